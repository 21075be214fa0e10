"""Makes src/analyse/data/word-frequencies.txt.gz: how common Arabic words are, with and without the article.

    pip install wordfreq==3.1.1 && python3 scripts/data/word-frequencies.py

Source: wordfreq 3.1.1 (PyPI), https://github.com/rspeer/wordfreq, list large_ar; data CC BY-SA 4.0.
The article tells nouns and adjectives (which take it) from verbs and names (which mostly do not).
"""
import gzip
import math
import pathlib
import re
import unicodedata

import wordfreq

STEP = 2  # tenths of a decade: finer differences mean nothing here
RAREST = 6.7  # decades below 1
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]')
LETTERS = str.maketrans('أإآٱىیکةؤئ', 'ااااييكهوي')
ARTICLES = ('وبال', 'وكال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال')


def fold(word):
    return MARKS.sub('', unicodedata.normalize('NFKC', word)).translate(LETTERS)


bare, definite = {}, {}
for word, frequency in wordfreq.get_frequency_dict('ar', wordlist='large').items():
    folded = fold(word)
    if not re.fullmatch('[\u0621-\u064a]{2,18}', folded):
        continue
    article = next((a for a in ARTICLES if folded.startswith(a) and len(folded) - len(a) >= 2), None)
    table, key = (definite, folded[len(article):]) if article else (bare, folded)
    table[key] = table.get(key, 0) + frequency


def level(frequency):
    return '-' if frequency < 10 ** -RAREST else str(round(-math.log10(frequency) * 10 / STEP))


lines = {}
for word in sorted(set(bare) | set(definite)):
    levels = level(bare.get(word, 0)), level(definite.get(word, 0))
    if levels != ('-', '-'):
        lines.setdefault(levels, []).append(word)

out = pathlib.Path(__file__).resolve().parents[2] / 'src/analyse/data/word-frequencies.txt.gz'
head = [
    '# Arabic words by how common they are. From wordfreq 3.1.1 (PyPI), large_ar, CC BY-SA 4.0;',
    '# this table: CC BY-SA 4.0. Made by scripts/data/word-frequencies.py.',
    '# Each line: level without the article, level with it (minus log10 of frequency in steps of 0.2; - rarer), words folded.',
]
body = [f'{b} {d} ' + ' '.join(words) for (b, d), words in sorted(lines.items())]
with open(out, 'wb') as file, gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='') as packed:
    packed.write('\n'.join(head + body).encode() + b'\n')
print(sum(map(len, lines.values())), 'words,', out.stat().st_size, 'bytes')
