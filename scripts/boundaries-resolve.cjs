// The alias of tsconfig.json in the words of dependency-cruiser, which cannot ask this version of TypeScript.
const { dirname } = require('node:path');

module.exports = { resolve: { alias: { '@': dirname(__dirname) } } };
