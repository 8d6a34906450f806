import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  // Tills in shops run old browsers: Chrome 109 is the last one for Windows 7.
  build: { target: ['chrome109', 'firefox115', 'safari16'], manifest: true, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: 5200,
    proxy: { '/api': { target: process.env['SHUKE_SERVER'] ?? 'http://127.0.0.1:5080' } },
  },
})
