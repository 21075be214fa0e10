import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporary, warraq } from './warraq.js';

const { directory, remove } = temporary();
const title = 'البلدية تعيد فتح الجسر القديم بعد الصيانة';
const first =
  'أعادت البلدية فتح الجسر القديم أمام السيارات صباح الأحد بعد ستة أشهر من أعمال الصيانة.';
const second =
  'وقال المهندس المشرف إن الأعمال شملت تدعيم الركائز الثلاث وتجديد الإنارة على طول الجسر.';
const strap = 'منصة السوق منصة شاملة تتابع أخبار المدينة لحظة بلحظة.';
const html = `<meta charset="utf-8"><title>${title}</title><div class="a"><h1>${title}</h1><p>${first}</p><p>${second}</p><div class="zz"><p>${strap}</p></div></div>`;

let server: Server;
let origin: string;
const file = (name: string, content: string): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/news/1')
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    else if (request.url === '/picture')
      response.writeHead(200, { 'content-type': 'image/png' }).end('x');
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  remove();
});

test('addresses are read like files, and those that bring no page are named with the reason', async () => {
  const run = await warraq(
    'extract',
    `${origin}/news/1`,
    `${origin}/picture`,
    `${origin}/gone`,
    '--allow-host',
    '127.0.0.1',
  );
  expect(run.code).toBe(1);
  expect(run.lines()).toMatchObject([
    { name: `${origin}/news/1`, title, text: `${first}\n${second}\n${strap}` },
  ]);
  expect(run.stderr).toContain(`${origin}/picture: The answer is image/png, not a page`);
  expect(run.stderr).toContain(`${origin}/gone: `);
});

test('an address inside the network is refused', async () => {
  const run = await warraq('extract', `${origin}/news/1`);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('leads into a private network');
  expect(run.stdout).toBe('');
});

test('a hostile page is refused and the rest is read', async () => {
  const deep = file('deep.html', '<div>'.repeat(100_000));
  const good = file('good.html', html);
  const run = await warraq('extract', deep, good);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('deep.html: ');
  expect(run.stderr).not.toMatch(/\n\s+at /);
  expect(run.lines()).toMatchObject([{ name: 'good', title }]);
});

test('--explain names the winner and what was left out; a page that is no article says why', async () => {
  const good = file('page.html', html);
  const wall = file('wall.html', '<title>Just a moment...</title><p>Checking your browser</p>');
  const run = await warraq('extract', good, wall, '--explain');
  expect(run.code).toBe(1);
  expect(run.lines()).toMatchObject([
    {
      name: 'page',
      encoding: { name: 'utf-8' },
      winner: expect.stringContaining('div.a') as string,
    },
    { name: 'wall', refused: { why: 'bot-wall' } },
  ]);
});

test("a user's rule for a site is followed, and a bad file is a clear error", async () => {
  const good = file(
    'ruled.html',
    html.replace('<title>', '<link rel="canonical" href="https://www.souq.example/1"><title>'),
  );
  const rules = file('rules.json', JSON.stringify({ 'souq.example': { remove: ['.zz'] } }));
  const run = await warraq('extract', good, '--rules', rules);
  expect(run.lines()).toMatchObject([{ text: `${first}\n${second}` }]);
  const explained = await warraq('extract', good, '--rules', rules, '--explain');
  expect(explained.lines()).toMatchObject([{ boxes: [{ reason: 'rule' }] }]);
  for (const [content, complaint] of [
    ['{"a.example": {"remove": ["div["]}}', 'a.example → remove → 0: is no CSS selector'],
    ['{"a.example": {"delete": []}}', 'delete'],
    ['{', 'is not JSON'],
    ['{"a b": {}}', '«a b» is no host name'],
  ]) {
    const bad = await warraq('extract', good, '--rules', file('bad.json', content!));
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain(`bad.json: `);
    expect(bad.stderr).toContain(complaint);
  }
});

test('what the pages in a store have taught is used with --db, and its rules stand in its directory', async () => {
  const db = join(directory, 'data');
  const news = [
    'ارتفع إنتاج الزيتون في الجبل هذا الموسم بعد أمطار غزيرة هطلت في الشتاء الماضي.',
    'فاز فريق الكرة الطائرة للناشئات بالبطولة المدرسية للمرة الثالثة على التوالي.',
    'افتتح معرض للخط العربي في دار الكتب بمشاركة أربعين خطاطا من سبع دول.',
    'أعلنت شركة المياه قطع الخدمة عن الأحياء الشرقية مساء الخميس لإصلاح أنبوب رئيسي.',
    'سجل ميناء الصيد أكبر كمية من السردين منذ عشر سنوات وفق نقابة الصيادين.',
    'بدأت الجامعة تدريس الحاسوب باللغة العربية في كلية العلوم اعتبارا من الخريف.',
    'أقلعت أول رحلة مباشرة إلى الجزيرة بعد انقطاع دام خمسة أعوام كاملة.',
    'عثر عمال بناء على عملات رومانية أثناء حفر أساس مدرسة في الحي القديم.',
  ];
  const pages = news.map((sentence, at) =>
    file(
      `store-${at}.html`,
      html
        .replaceAll(title, sentence.split(' ').slice(0, 6).join(' '))
        .replace(`<p>${first}</p><p>${second}</p>`, `<p>${sentence}</p>`)
        .replace('<title>', `<link rel="canonical" href="https://souq.example/${at}"><title>`),
    ),
  );
  await warraq('import', ...pages, '--db', db);
  const fresh = file(
    'fresh.html',
    html.replace('<title>', '<link rel="canonical" href="https://souq.example/new"><title>'),
  );
  const run = await warraq('extract', fresh, '--db', db);
  expect(run.lines()).toMatchObject([{ text: `${first}\n${second}` }]);
  const explained = await warraq('extract', fresh, '--db', db, '--explain');
  expect(explained.lines()).toMatchObject([
    { learned: { host: 'souq.example', boxes: [{ box: 'div.zz', because: 'same-text' }] } },
  ]);
  writeFileSync(join(db, 'site-rules.json'), '{"souq.example": {"lines": 3}}');
  const bad = await warraq('import', fresh, '--db', db);
  expect(bad.code).toBe(2);
  expect(bad.stderr).toContain('site-rules.json: souq.example → lines');
});
