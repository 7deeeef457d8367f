// Holds what the bot sends against the types that Slack publishes for its own programs.
//   node check.mjs calls.jsonl        a line is {"method", "args"}, "response_url" and "view_response" among the methods, or {"manifest"}
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const flags = new Set(['unfurl_links', 'unfurl_media', 'include_all_metadata']);

// chat.postMessage → ChatPostMessageArguments
const typeOf = (method) => method === 'response_url' ? 'RespondArguments' : method === 'view_response' ? 'ViewResponseAction'
  : method.split('.').map((word) => word[0].toUpperCase() + word.slice(1)).join('') + 'Arguments';

// A form knows texts only; the types know better.
const typed = (args) => Object.fromEntries(Object.entries(args).map(([name, value]) =>
  [name, flags.has(name) ? value === 'true' : name === 'limit' ? Number(value) : value]));

const lines = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const seen = new Map();
for (const line of lines) {
  const [type, value] = line.manifest ? ['Manifest', line.manifest] : [typeOf(line.method), typed(line.args)];
  seen.set(JSON.stringify([type, value]), { type, value, name: line.method ?? 'manifest' });
}
const items = [...seen.values()];
const fromApi = [...new Set(items.map((item) => item.type).filter((type) => !['RespondArguments', 'ViewResponseAction', 'Manifest'].includes(type)))];
const head = [
  `import type { KnownBlock, ModalView, HomeView } from '@slack/types';`,
  `import type { ${fromApi.join(', ')} } from '@slack/web-api';`,
  `import type { RespondArguments, ViewResponseAction } from '@slack/bolt';`,
  `import type { Manifest as Published } from '@slack/web-api/dist/types/request/manifest.js';`,
  // The published types take any object for a block; ours have to be ones that Slack knows.
  `type Known<T> = T extends object ? { [K in keyof T]: K extends 'blocks' ? KnownBlock[] : K extends 'view' ? ModalView | HomeView : T[K] } : T;`,
  // The type lacks a scope that Slack's reference documents for assistant.threads.*.
  `type Scope = NonNullable<NonNullable<NonNullable<Published['oauth_config']>['scopes']>['bot']>[number];`,
  `type Manifest = Published;`,
];
const text = [...head];
const at = new Map();
for (const [i, item] of items.entries()) {
  const value = item.type === 'Manifest' ? withoutUnknownScopes(item.value) : item.value;
  const type = ['RespondArguments', 'ViewResponseAction', 'Manifest'].includes(item.type) ? item.type : `Known<${item.type}>`;
  at.set(text.length, item);
  text.push(`export const v${i}: ${type} = ${JSON.stringify(value)};`);
}

function withoutUnknownScopes(manifest) {
  const copy = structuredClone(manifest);
  copy.oauth_config.scopes.bot = copy.oauth_config.scopes.bot.filter((scope) => scope !== 'assistant:write');
  return copy;
}

const file = join(here, 'generated.ts');
const source = text.join('\n');
const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
  skipLibCheck: true, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, language, ...more) => name === file ? ts.createSourceFile(name, source, language) : getSourceFile.call(host, name, language, ...more);
host.fileExists = (name) => name === file || fileExists.call(host, name);
host.readFile = (name) => name === file ? source : readFile.call(host, name);
const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
for (const one of found) {
  const line = one.file?.fileName === file ? one.file.getLineAndCharacterOfPosition(one.start).line : -1;
  console.log(`${at.get(line)?.name ?? '?'}: ${ts.flattenDiagnosticMessageText(one.messageText, ' > ').slice(0, 600)}`);
}
console.log(`${lines.length} calls, ${items.length} of them different, ${found.length} findings`);
process.exitCode = found.length > 0 ? 1 : 0;
