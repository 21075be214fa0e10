"""What the scripts of tables share: folding as src/arabic does, word frequencies, and writing a table."""
import gzip
import pathlib
import re
import unicodedata

DATA = pathlib.Path(__file__).resolve().parents[2] / 'src/analyse/data'
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]')
LETTERS = str.maketrans('أإآٱىةؤئ', 'اااايهوي')
UNSEEN = 36


def fold(word):
    return MARKS.sub('', unicodedata.normalize('NFKC', word)).translate(LETTERS)


def word_frequencies():
    """Levels of words without and with the article, from the table of word-frequencies.py."""
    bare, definite = {}, {}
    for line in gzip.open(DATA / 'word-frequencies.txt.gz', 'rt', encoding='utf8'):
        if not line.startswith('#'):
            b, d, *words = line.split()
            for word in words:
                if b != '-':
                    bare[word] = int(b)
                if d != '-':
                    definite[word] = int(d)
    return bare, definite


def write(name, head, lines):
    out = DATA / name
    with open(out, 'wb') as file, gzip.GzipFile(fileobj=file, mode='wb', mtime=0, filename='') as packed:
        packed.write('\n'.join([f'# {line}' for line in head] + lines).encode() + b'\n')
    print(name, len(lines), 'lines,', out.stat().st_size, 'bytes')
