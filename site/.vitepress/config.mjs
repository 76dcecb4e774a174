// The documentation as a site: the pages of docs/, ordered by what a reader wants.
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitepress';

const docs = path.resolve(import.meta.dirname, '../../docs');
const title = (file) => fs.readFileSync(path.join(docs, file), 'utf8').match(/^# (.+)$/m)[1];
const pages = (...names) => names.map((name) => ({ text: title(name + '.md'), link: '/' + name }));
const decisions = fs.readdirSync(path.join(docs, 'adr')).filter((name) => name.endsWith('.md')).sort();

export default defineConfig({
  title: 'Marketing-mix modelling',
  description: 'Marketing-mix modelling on the JVM: tutorial, how-tos, reference, explanation, glossary.',
  srcDir: '../docs',
  outDir: './.vitepress/dist',
  cleanUrls: false,
  lastUpdated: false,
  // The pages stand outside this directory and find the library here.
  vite: {
    resolve: {
      alias: [
        { find: /^vue\/server-renderer$/, replacement: path.resolve(import.meta.dirname, '../node_modules/vue/server-renderer/index.mjs') },
        { find: /^vue$/, replacement: path.resolve(import.meta.dirname, '../node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      ],
    },
  },
  // A link to code leads out of the site; the rule below shows its text alone.
  ignoreDeadLinks: false,
  markdown: {
    html: false,
    config(md) {
      md.set({ html: false });
      const outside = (href) => /^\.\.\//.test(href) && !/\.md(#.*)?$/.test(href);
      md.core.ruler.push('links-to-code', (state) => {
        state.tokens.forEach((block) => {
          let dropped = false;
          (block.children || []).forEach((token) => {
            if (token.type === 'link_open' && (outside(token.attrGet('href')) || /^\.\.\/(\.\.\/)?[A-Z]+\.md/.test(token.attrGet('href')))) {
              dropped = true;
              token.type = 'text'; token.tag = ''; token.nesting = 0; token.content = ''; token.attrs = null;
            } else if (token.type === 'link_close' && dropped) {
              dropped = false;
              token.type = 'text'; token.tag = ''; token.nesting = 0; token.content = '';
            }
          });
        });
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'How-tos', link: '/server' },
      { text: 'Reference', link: '/configuration' },
      { text: 'Explanation', link: '/model' },
      { text: 'Glossary', link: '/glossary' },
    ],
    sidebar: [
      { text: 'Tutorial', items: pages('tutorial') },
      { text: 'How-tos', items: pages('data', 'server', 'operations', 'optimizer', 'forecast', 'experiments', 'refresh', 'reports', 'batch', 'spark', 'plugins', 'embedding') },
      { text: 'Reference', items: pages('configuration', 'errors', 'api', 'model-files', 'benchmarks') },
      { text: 'Explanation', items: [...pages('model', 'demand-capture', 'health', 'validation'), { text: 'Decisions', collapsed: true, items: decisions.map((name) => ({ text: title('adr/' + name), link: '/adr/' + name.replace(/\.md$/, '') })) }] },
      { text: 'Glossary', items: pages('glossary') },
    ],
  },
});
