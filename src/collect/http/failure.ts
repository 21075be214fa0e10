import type { VisitFailure } from '../../model/feed.js';

/** Why a request brought nothing. */
export interface FetchFailure extends Omit<VisitFailure, 'at'> {
  failure: true;
  url: string;
  status?: number;
  /** Seconds that the server asked to wait. */
  retryAfter?: number;
}

const texts: Record<string, [arabic: string, english: string]> = {
  'bad-address': ['العنوان غير صالح', 'The address is not a valid http or https address'],
  'private-address': [
    'العنوان يشير إلى شبكة داخلية، والوصول إليها غير مسموح',
    'The address leads into a private network, which is not allowed',
  ],
  'no-such-host': ['لم يُعثر على الخادم بهذا الاسم', 'No server of this name was found'],
  refused: ['رفض الخادم الاتصال', 'The server refused the connection'],
  unreachable: ['تعذر الوصول إلى الخادم', 'The server could not be reached'],
  tls: ['شهادة الأمان للموقع غير صالحة', "The site's security certificate is not valid"],
  timeout: ['لم يستجب الخادم في الوقت المحدد', 'The server did not answer in time'],
  'too-large': ['المحتوى أكبر من الحد المسموح', 'The answer is larger than allowed'],
  'too-many-redirects': ['تحويلات متتالية أكثر من المسموح', 'Too many redirects'],
  'bad-encoding': ['ضغط المحتوى تالف', 'The compression of the answer is damaged'],
  robots: [
    'الموقع لا يسمح بجمع هذه الصفحة (robots.txt)',
    'The site does not allow this page to be collected (robots.txt)',
  ],
  'robots-unavailable': [
    'تعذرت قراءة قواعد الجمع من الموقع (robots.txt)',
    "The site's rules for collecting (robots.txt) could not be read",
  ],
  'host-down': [
    'الخادم لا يستجيب، وستعاد المحاولة لاحقاً',
    'The server does not answer; it will be tried again later',
  ],
  'host-resting': [
    'طلب الموقع التمهل قبل الزيارة التالية',
    'The site asked to wait before the next visit',
  ],
  'not-a-feed': ['المحتوى ليس خلاصة أخبار صالحة', 'The content is not a feed'],
  'no-links': ['لم يُعثر في الصفحة على روابط مقالات', 'No article links were found on the page'],
  gone: ['الصفحة لم تعد موجودة', 'The page no longer exists'],
  forbidden: ['رفض الموقع الطلب', 'The site refused the request'],
  'server-error': ['خطأ في خادم الموقع', "The site's server reports an error"],
  'http-error': ['أجاب الخادم برمز غير متوقع', 'The server answered with an unexpected code'],
  stopped: ['أُوقفت الزيارة', 'The visit was stopped'],
  unexpected: ['خطأ غير متوقع', 'An unexpected error'],
};

/** @param detail added in brackets to the English reason */
export function failure(
  code: string,
  url: string,
  more: { detail?: string; status?: number; retryAfter?: number } = {},
): FetchFailure {
  const [arabic, english] = texts[code] ?? texts['unexpected'] ?? ['', ''];
  const { detail, status, retryAfter } = more;
  const status_ = status === undefined ? '' : ` (${status})`;
  return {
    failure: true,
    url,
    code: status === undefined ? code : `http-${status}`,
    arabic: `${arabic}${status_}.`,
    english: `${english}${status_}${detail ? ` [${detail}]` : ''}.`,
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** Whether the network failed, so that nothing on the host can be had at the moment. */
export function isNetworkFailure({ status, code }: FetchFailure): boolean {
  return status === undefined && /^(?:timeout|unreachable|refused|no-such-host)$/.test(code);
}

/** The failure that an HTTP status means. */
export function statusFailure(url: string, status: number, retryAfter?: number): FetchFailure {
  const code =
    status === 404 || status === 410
      ? 'gone'
      : status === 401 || status === 403 || status === 451
        ? 'forbidden'
        : status === 429
          ? 'host-resting'
          : status >= 500
            ? 'server-error'
            : 'http-error';
  return failure(code, url, { status, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/** The failure that an error of the network means. */
export function errorFailure(url: string, error: unknown): FetchFailure {
  const { code = '', name = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const text = `${code} ${name} ${message}`;
  const kind = /PRIVATE_ADDRESS/.test(code)
    ? 'private-address'
    : /TOO_LARGE/.test(code)
      ? 'too-large'
      : /ENOTFOUND|EAI_AGAIN/.test(code)
        ? 'no-such-host'
        : /ECONNREFUSED/.test(text)
          ? 'refused'
          : /CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code)
            ? 'tls'
            : /TIMEOUT|TimeoutError|ETIMEDOUT/i.test(text)
              ? 'timeout'
              : /AbortError|ABORT/.test(text)
                ? 'stopped'
                : /^Z_|ERR_BROTLI|ERR__ERROR_FORMAT|BROTLI|zlib/i.test(text)
                  ? 'bad-encoding'
                  : /ECONN|EHOST|ENET|EPIPE|UND_ERR|HPE_/.test(text)
                    ? 'unreachable'
                    : 'unexpected';
  return failure(kind, url, { detail: message.slice(0, 120) });
}
