import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed while building: browsers need no parser.
  experimental: { messages: { path: './lib/messages', format: 'json', locales: 'infer', precompile: true } },
});

/** Pages of other origins load these, some of them as modules, and from pages that are isolated from others. */
const forOtherSites = [
  { key: 'access-control-allow-origin', value: '*' },
  { key: 'cross-origin-resource-policy', value: 'cross-origin' },
];

const config: NextConfig = {
  // The demo and the tests build into directories of their own.
  distDir: process.env.SIGNALBOX_DIST_DIR ?? '.next',
  poweredByHeader: false,
  headers: async () => [{ source: '/:file(widget|widget-more|widget-proactive).js', headers: forOtherSites }],
  devIndicators: { position: 'bottom-right' },
  reactStrictMode: true,
  // `npm run verify` checks types with the native compiler, which Next cannot call.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  serverExternalPackages: [
    'node-ical',
    '@electric-sql/pglite',
    'imapflow',
    'node-ical',
    'nodemailer',
    'pg-boss',
    'pino',
    'postgres',
    'prom-client',
  ],
};

export default withMessages(config);
