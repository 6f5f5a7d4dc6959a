import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed while building: browsers need no parser.
  experimental: { messages: { path: './lib/messages', format: 'json', locales: 'infer', precompile: true } },
});

const config: NextConfig = {
  // The demo and the tests build into directories of their own.
  distDir: process.env.SIGNALBOX_DIST_DIR ?? '.next',
  poweredByHeader: false,
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
