import { packTarball } from './tarball.js';

/** The program behind `npm run release:pack`. */
console.log(await packTarball('out'));
