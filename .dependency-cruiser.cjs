/**
 * Who may import whom (docs/architecture.md). `npm run boundaries` runs it and asserts that no file was overlooked:
 * with another parser than swc nothing would be checked, silently.
 */
const test = '\\.test\\.tsx?$|/testing/';

/** Modules under `from` may import, of the project, only what `allowed` lists; npm packages are left to other rules. */
function only(name, from, allowed, comment) {
  const own = '^(app|components|db|e2e|lib|scripts)/';
  const rule = { name, comment, severity: 'error' };
  return { ...rule, from: { path: from, pathNot: test }, to: { path: own, pathNot: [from, ...allowed] } };
}

function never(name, from, to, comment) {
  return { name, comment, severity: 'error', from: { path: from, pathNot: test }, to: { path: to } };
}

/** Small modules that any server code may use. */
const shared = [
  '^lib/environment',
  '^lib/prepare-environment',
  '^lib/shutdown',
  '^lib/log',
  '^lib/messages/',
  '^lib/i18n/',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^server-only$', '^client-only$'] },
    },

    only('engine-is-pure', '^lib/engine/', [], 'The engine runs in browser and server and knows nothing of either.'),
    {
      name: 'engine-without-libraries',
      comment:
        'Only schemas (zod), hours (temporal-polyfill), texts of workflows (liquidjs) and answers of bots (minisearch) use a library.',
      severity: 'error',
      from: { path: '^lib/engine/', pathNot: test },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg'],
        pathNot: 'node_modules/(zod|temporal-polyfill|liquidjs|minisearch)/',
      },
    },

    only(
      'contracts-know-the-engine',
      '^lib/contracts/',
      ['^lib/(engine|messages)/'],
      'Contracts describe; they do not act.',
    ),
    {
      name: 'contracts-without-libraries',
      severity: 'error',
      from: { path: '^lib/contracts/', pathNot: test },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg'],
        pathNot: 'node_modules/(zod|temporal-polyfill)/',
      },
    },

    only(
      'client-knows-contracts',
      '^lib/client/',
      ['^lib/contracts/', '^lib/engine/'],
      'The browser speaks HTTP only.',
    ),
    only(
      'widget-is-small',
      '^lib/widget/',
      ['^lib/engine/', '^lib/contracts/', '^lib/messages/\\w+/widget[.]json$'],
      'The widget loads matching and its own words, no server.',
    ),
    {
      name: 'widget-without-schemas',
      comment: 'Everything that the widget loads, however indirectly, counts against its budget.',
      severity: 'error',
      // The build puts other modules in the place of some that this part imports; a test looks into what was built.
      from: { path: '^lib/widget/(?!proactive/)', pathNot: test },
      to: { path: 'node_modules/(zod|temporal-polyfill|liquidjs|minisearch|react|react-dom)/', reachable: true },
    },

    only(
      'database-below',
      '^db/(?!seed/)',
      ['^lib/(contracts|engine)/', ...shared],
      'The database never imports upwards.',
    ),
    only(
      'services-below-runtime',
      '^lib/services/',
      ['^lib/(contracts|engine|auth)/', '^db/(?!seed/)', ...shared],
      'Services insert a job in their own transaction; the runtime finds it there.',
    ),
    only(
      'runtime-below-http',
      '^lib/runtime/',
      ['^lib/(services|contracts|engine|auth)/', '^db/(?!seed/)', ...shared],
      'The runtime knows neither requests nor pages.',
    ),
    only(
      'http-wraps-services',
      '^lib/http/',
      ['^lib/(runtime|services|contracts|engine|auth)/', '^db/(?!seed/)', ...shared],
      'Handlers adapt; they hold no logic.',
    ),
    never('auth-below', '^lib/auth/', '^(app|components|e2e|scripts|lib/(client|runtime|widget))/', 'Who somebody is.'),

    never(
      'components-never-reach-the-server',
      '^components/',
      '^(app|db|e2e|scripts|lib/(services|runtime|http|testing))/',
      'Components get data from pages and lib/client.',
    ),
    {
      name: 'families-apart',
      comment: 'Screen families share through ui, shell and rule-editor only.',
      severity: 'error',
      from: { path: '^components/([^/]+)/', pathNot: [test, '^components/(ui|shell)/'] },
      to: { path: '^components/', pathNot: '^components/($1|ui|shell|rule-editor)/' },
    },
    only('ui-stands-alone', '^components/ui/', ['^lib/(i18n|messages)/'], 'Primitives hold no words of the domain.'),
    {
      name: 'shell-knows-ui',
      comment: 'The frame around pages holds no screen of its own.',
      severity: 'error',
      from: { path: '^components/shell/', pathNot: test },
      to: { path: '^components/', pathNot: '^components/(shell|ui)/' },
    },

    never('nobody-imports-pages', '^(components|db|lib)/', '^app/', 'Pages compose; nothing is below them.'),
    never(
      'tests-stay-tests',
      '^(app|components|db|lib/(?!testing/))',
      '^(e2e|lib/testing)/',
      'Only tests use test code.',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.tmp)' },
    webpackConfig: { fileName: 'scripts/boundaries-resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
