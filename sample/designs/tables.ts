import type { SampleArticle } from '../articles.js';
import { escape, localTime, renderBlocks, tableRows, type BlockMarkup } from '../markup.js';
import { siteUrl, type SampleSite } from '../sites.js';

/** A site of about 2003: tables within tables, fonts, paragraphs that are line breaks. */
const markup: BlockMarkup = {
  paragraph: (text) => `${text}<br><br>`,
  heading: (text) => `<b><font color="#990000">${text}</font></b><br><br>`,
  quote: (text) => `<i>${text}</i><br><br>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}`).join('\n')}</ul>`,
  table: (rows) =>
    `<table border="1" cellpadding="3" align="center">${tableRows(rows)}</table><br>`,
  readAlso: (other) =>
    `<table width="200" align="left" bgcolor="#eeeeee"><tr><td><font size="2"><b>طالع أيضا:</b><br><a href="${escape(other.path.slice(1))}">${escape(other.title)}</a></font></td></tr></table>`,
};

function page(site: SampleSite, title: string, canonical: string, middle: string, side: string) {
  const menu = site.sections.map(
    (section, index) =>
      `<tr><td bgcolor="#003366"><a href="section.asp?s=${index + 1}"><font color="#ffffff" size="2">${section}</font></a></td></tr>`,
  );
  return `<html dir="rtl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<title>${escape(title)}</title>
<link rel="canonical" href="${canonical}">
<link rel="alternate" type="application/rss+xml" href="/rss.asp">
</head>
<body bgcolor="#ffffff" topmargin="0" text="#000000">
<table width="780" border="0" cellspacing="0" cellpadding="0" align="center">
<tr><td colspan="3" bgcolor="#003366" height="70"><font color="#ffffff" size="6"><b>${site.name}</b></font> <font color="#cccccc" size="2">${site.motto}</font></td></tr>
<tr><td colspan="3" bgcolor="#cccccc"><font size="2"><a href="/">الصفحة الأولى</a> | <a href="archive.asp">الأرشيف</a> | <a href="contact.asp">راسلنا</a> | <a href="ads.asp">للإعلان في الجريدة</a></font></td></tr>
<tr>
<td width="130" valign="top"><table width="100%" border="0">${menu.join('\n')}</table><br><table bgcolor="#ffffcc"><tr><td><font size="2">استفتاء: هل تؤيد التوقيت الصيفي؟<br><input type="radio" name="v">نعم<br><input type="radio" name="v">لا<br><input type="button" value="صوّت"></font></td></tr></table></td>
<td valign="top">
${middle}
</td>
<td width="160" valign="top">${side}</td>
</tr>
<tr><td colspan="3" bgcolor="#003366" align="center"><font color="#ffffff" size="1">جميع الحقوق محفوظة لجريدة صدى البلاد 2003 - 2023</font></td></tr>
</table>
</body>
</html>`;
}

function links(title: string, list: readonly SampleArticle[]): string {
  const rows = list.map(
    (article) =>
      `<tr><td><font size="2">&#8226; <a href="${escape(article.path.slice(1))}">${escape(article.title)}</a></font></td></tr>`,
  );
  return `<table width="100%" border="0" cellpadding="2"><tr><td bgcolor="#990000"><font color="#ffffff" size="2"><b>${title}</b></font></td></tr>${rows.join('\n')}</table>`;
}

export function tablesArticle(article: SampleArticle, all: readonly SampleArticle[]): string {
  const { site, image } = article;
  const time = localTime(article);
  const others = all.filter((other) => other.site === site && other !== article);
  const picture = image
    ? `<table width="260" align="right" border="0"><tr><td><img src="img/${image.name}.svg" width="250" height="140" border="0" alt=""></td></tr><tr><td bgcolor="#eeeeee"><font size="1">${escape(image.caption)}</font></td></tr></table>`
    : '';
  const middle = `<table width="100%" border="0" cellpadding="6">
<tr><td><font size="2" color="#666666">${article.section}</font></td></tr>
<tr><td><font size="5" color="#003366"><b>${escape(article.title)}</b></font></td></tr>
<tr><td><font size="2" color="#666666">${time.weekday} ${time.day}/${time.month}/${time.year} ${time.clock12}${article.author ? ` - كتب: ${escape(article.author)}` : ''}</font></td></tr>
<tr><td><font size="2"><a href="print.asp?id=${article.number}">نسخة للطباعة</a> | <a href="send.asp?id=${article.number}">أرسل لصديق</a></font></td></tr>
<tr><td align="justify">${picture}<font size="4" face="Simplified Arabic">
${renderBlocks(article, all, markup)}
</font></td></tr>
<tr><td><font size="2">وسوم: ${article.tags.map(escape).join(' - ')}</font></td></tr>
<tr><td bgcolor="#eeeeee"><font size="2"><b>تعليقات القراء (1)</b><br>أبو خالد: نسأل الله السلامة للجميع<br><a href="comment.asp?id=${article.number}">أضف تعليقك</a></font></td></tr>
</table>`;
  const side = `${links('أخبار متعلقة', others.slice(0, 4))}<br><table width="150" height="300" bgcolor="#ffff99"><tr><td align="center"><font size="2">مساحة للإعلان<br>هاتف 5550100</font></td></tr></table><br>${links('الأكثر قراءة', others.slice(-4))}`;
  return page(site, `${site.name} - ${article.title}`, article.url, middle, side);
}

export function tablesFront(site: SampleSite, own: readonly SampleArticle[]): string {
  return page(
    site,
    `${site.name} - ${site.motto}`,
    `${siteUrl(site)}/`,
    links('أهم الأنباء', own),
    links('الأكثر قراءة', own.slice(-4)),
  );
}
