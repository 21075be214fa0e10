"""Makes src/arabic/stems/data/vocabulary.txt.gz: Arabic words that no clitic or ending may be taken from.

    pip install wordfreq==3.1.1 && python3 scripts/data/stem-vocabulary.py

Source: wordfreq 3.1.1 (PyPI), https://github.com/rspeer/wordfreq, list large_ar; data CC BY-SA 4.0.

A word is taken apart where its parts are common enough beside the whole, and it is left out then; what
remains are the words that are whole (وليد, ايران, فنون). Evidence is how often the whole and the rest stand alone
and with the article: a letter before which the article stands is no clitic (الوليد), and ال is the article where
«لل» replaces it (للعراق, but لالمانيا).
"""
import functools
import gzip
import math
import pathlib
import re
import sys
import unicodedata

import wordfreq

RAREST = float(sys.argv[1]) if len(sys.argv) > 1 else 1e-7
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]')
LETTERS = str.maketrans('أإآٱىیکةؤئ', 'ااااييكهوي')

frequency = {}
for word, share in wordfreq.get_frequency_dict('ar', wordlist='large').items():
    folded = MARKS.sub('', unicodedata.normalize('NFKC', word)).replace('ئو', 'وو').translate(LETTERS)
    if re.fullmatch('[\u0621-\u064a]{1,18}', folded):
        frequency[folded] = frequency.get(folded, 0) + share


def f(word):
    return frequency.get(word, 0)


@functools.lru_cache(None)
def with_article(word):
    return f('ال' + word) + f('وال' + word) + f('بال' + word) + f('لل' + word)


def total(word):
    return f(word) + with_article(word)


# --- clitics -----------------------------------------------------------------------------------------------

ARTICLES = ('وبال', 'فبال', 'وكال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال')
# How many times commoner than the whole the rest must be.
MARGIN = {'و': 0.5, 'ف': 2, 'ب': 1, 'ل': 1, 'ك': 3, 'س': 0.2}


def is_article(rest):
    """Whether «ال» before `rest` is the article and not its first letters."""
    whole = 'ال' + rest
    yes, no = f('لل' + rest), f('ل' + whole) + f('ال' + whole)
    if no > 2 * yes:
        return False
    if yes > 0 or no > 0:
        return True
    if f(rest) > 0:
        return f(rest) * 1000 > f(whole)
    return len(rest) >= 3 if f(whole) < 1e-7 else len(rest) >= 4 and f(whole) < 3e-6


@functools.lru_cache(None)
def clitics(word):
    """How many letters before the word itself are clitics and the article."""
    for article in ARTICLES:
        rest = word[len(article):]
        if word.startswith(article) and len(rest) >= 2:
            plain = article == 'ال' or article.endswith('لل')
            whole = not plain and with_article(word) > 0.2 * f(word) and f(word) > 3e-7
            if not whole and is_article(rest):
                return len(article)
            if article == 'ال':
                return 0
    first, rest = word[0], word[1:]
    if first not in MARGIN or len(rest) < 3 or first == 'س' and (len(rest) < 4 or rest[0] not in 'يتنا'):
        return 0
    if f(word) > 0 and with_article(word) > 0.05 * f(word):
        return 0
    inner = clitics(rest) if first in 'وف' else 0
    if inner:
        return 1 + inner if f(rest) >= 0.05 * f(word) or f(word) < 1e-7 else 0
    return 1 if f(rest) > 0 and f(rest) >= MARGIN[first] * f(word) else 0


# --- endings -----------------------------------------------------------------------------------------------

PRONOUNS = ('هما', 'كما', 'ها', 'هم', 'هن', 'كم', 'نا')


def common(rest, word, times, least=3):
    return len(rest) >= least and 0 < total(rest) >= times * total(word)


def without_pronoun(word):
    for pronoun in PRONOUNS + ('ه', 'ك', 'ي'):
        rest = word[:-len(pronoun)]
        if not word.endswith(pronoun) or len(rest) < 3:
            continue
        if rest[-1] == 'ت' and common(rest[:-1] + 'ه', word, 1, 4):
            return rest[:-1] + 'ه'
        if len(pronoun) > 1 and common(rest, word, 1):
            return rest


def without_accusative(word):
    if word.endswith('ا') and common(word[:-1], word, 3):
        return word[:-1]


def without_feminine_plural(word):
    if word.endswith('ات') and len(word) >= 5:
        return next((r for r in sorted((word[:-2] + 'ه', word[:-2]), key=total, reverse=True)[:1]
                     if common(r, word, 0.5)), None)


def without_plural(word):
    rest = word[:-2]
    if word.endswith('ون') and common(rest, word, 0.2) and total(rest + 'ين') >= 0.3 * total(word):
        return rest
    if word.endswith('ين') and (common(rest, word, 0.5)
                                or common(rest, word, 0.1) and total(rest + 'ون') >= 0.1 * total(word)):
        return rest


def without_construct(word):
    """«موظفي الشركة»: a plural without its nun; no nisba, which takes the article."""
    rest = word[:-1]
    if (word[-1] in 'يو' and len(rest) >= 4 and with_article(word) < 0.02 * f(word)
            and total(rest + 'ين') >= 0.2 * f(word) and common(rest, word, 0.3)):
        return rest


def without_dual(word):
    if not word.endswith(('ان', 'ين')):
        return None
    rest = word[:-2]
    if rest.endswith('ت') and common(rest[:-1] + 'ه', word, 2, 4):
        return rest[:-1] + 'ه'
    if word.endswith('ان') and common(rest, word, 2) and total(rest + 'ين') > 0:
        return rest


def without_feminine(word):
    if word.endswith('ه') and common(word[:-1], word, 0.3):
        return word[:-1]


ENDINGS = (without_pronoun, without_accusative, without_feminine_plural, without_plural, without_construct,
           without_dual, without_feminine)


def is_whole(word):
    return not any(ending(word) for ending in ENDINGS)


words = set()
for word in frequency:
    base = word[clitics(word):]
    if len(base) > 1 and total(base) >= RAREST and clitics(base) == 0 and is_whole(base):
        words.add(base)

# Front coding: how many letters are shared with the word before (a none, b one …), the rest, how common the word is
# (half decades above 1e-8: A rarest).
lines, before = [], ''
for word in sorted(words):
    shared = next((i for i, (a, b) in enumerate(zip(word, before)) if a != b), min(len(word), len(before)))
    level = max(0, round(2 * (math.log10(total(word)) + 8)))
    lines.append(chr(ord('a') + shared) + word[shared:] + chr(ord('A') + level))
    before = word

head = (
    '# Arabic words without clitics and endings, folded. From wordfreq 3.1.1 (PyPI), list large_ar, CC BY-SA 4.0;\n'
    '# this table: CC BY-SA 4.0. Made by scripts/data/stem-vocabulary.py. Sorted and front-coded: a small letter tells how\n'
    '# many letters a word shares with the one before (a none, b one …), a capital how common it is (half decades above 1e-8).\n'
)
out = pathlib.Path(__file__).resolve().parents[2] / 'src/arabic/stems/data/vocabulary.txt.gz'
with open(out, 'wb') as file, gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='') as packed:
    packed.write((head + ''.join(lines) + '\n').encode())
print(len(words), 'words,', out.stat().st_size, 'bytes')
