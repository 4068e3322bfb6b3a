const { availableParallelism } = require('node:os');

module.exports = {
  // Those that take longest begin first: a run is as long as the worker that ends last.
  spec: ['dist/dev/test/**/*.spec.js', 'dist/test/**/*.spec.js'],
  // Before the workers start, in the process that starts them: the table service that they share.
  require: ['dist/test/support/shared-azurite.js'],
  // A file runs in one worker, and files of different workers share nothing but that service.
  // In a worker Mocha forbids .only, whatever is set: it must not pass for the whole suite. Run one spec with --no-config.
  parallel: true,
  // More than there are cores: two thirds of the time the specs wait for a browser, a table, Teams' pace or another program.
  jobs: availableParallelism() + 3,
  // A guard against hanging, not a measure: workers wait for one another, and for whatever else the machine does.
  timeout: 120_000,
  // A spec that fails may leave a server open; that must end the run with its failure, not hang it.
  exit: Boolean(process.env.CI),
  'node-option': ['enable-source-maps'],
};
