module.exports = {
  spec: ['dist/test/**/*.spec.js', 'dist/dev/test/**/*.spec.js'],
  // A forgotten .only must not pass for the whole suite.
  forbidOnly: Boolean(process.env.CI),
  // A guard against hanging, not a measure: some specs start a table server.
  timeout: 20_000,
  // A spec that fails may leave a server open; that must end the run with its failure, not hang it.
  exit: Boolean(process.env.CI),
  'node-option': ['enable-source-maps'],
};
