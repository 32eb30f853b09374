import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['AVOW_DEV_API'] ?? 'http://127.0.0.1:8420';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // Fonts and icons stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 8422,
    // The server takes a session only from its own origin, which the browser names as this one.
    proxy: Object.fromEntries(['/api', '/v1'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
});
