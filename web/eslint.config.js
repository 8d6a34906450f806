import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'
import prettier from 'eslint-config-prettier'
import globals from 'globals'

// Layers: kit imports nothing of ours; api and ui import kit; apps import all three; ui never imports api.
const wall = (files, banned, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: banned, message }] }] },
})

export default [
  { ignores: ['**/dist/**', '**/node_modules/**', 'packages/api/src/schema.d.ts'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.mjs', '**/vite.config.ts', 'eslint.config.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  wall(['packages/kit/**'], ['@shuke/*', 'vue', 'vue-*', 'element-plus'], 'kit is pure and imports nothing of ours.'),
  wall(['packages/ui/**'], ['@shuke/api', 'element-plus', 'echarts'], 'ui makes no API calls and stays light.'),
  wall(['packages/api/**'], ['@shuke/ui', 'vue', 'vue-*', 'element-plus'], 'api imports kit alone.'),
]
