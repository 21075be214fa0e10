"""Makes src/analyse/data/person-names.txt.gz: words of people's names.

    pip download --no-deps arabic-name-romanizer==0.2.0 arabnamer==0.1.3   # into the working directory
    pip install Faker==40.54.0 && python3 scripts/data/person-names.py

Sources, all from PyPI (the two wheels are read, not installed: they bring models along):
  arabic-name-romanizer 0.2.0: given and family names of people of Arab countries and their neighbours, with how many
    bear each; derived from Wikidata, CC0 1.0. Its rows from other sources are left out.
  arabnamer 0.1.3: names of people from everywhere in Arabic letters; CC BY 4.0, E. Yousef
  Faker 40.54.0: Arabic given and family names; MIT
The word frequencies made by word-frequencies.py tell names that are words as well («سعيد», «نجاح»).
"""
import collections
import io
import json
import pathlib
import re
import sqlite3
import tempfile
import zipfile

from faker_names import arabic_given_and_family
from tables import UNSEEN, fold, word_frequencies, write

WORD = re.compile('[\u0621-\u064a]{2,14}')
BORNE_BY = 2  # fewer people than this are a slip or tell nothing
# Of all words of the news, so many are a person's first or last name.
SHARE_GIVEN, SHARE_FAMILY = 0.02, 0.015
# How much likelier a name than a word: surely, where another name stands beside it, and after a given name.
SURELY, PERHAPS, AFTER_A_NAME = 0.8, 0.2, 0.1
# Words as common as this are not taken from the list of names from elsewhere.
COMMON = 20

bare, definite = word_frequencies()


def wheel(name):
    [path] = pathlib.Path().glob(f'{name}-*.whl')
    return zipfile.ZipFile(path)


def borne_by():
    """Given name → people, family name → people."""
    counts = {'given': collections.Counter(), 'surname': collections.Counter()}
    with tempfile.NamedTemporaryFile() as file:
        file.write(wheel('arabic_name_romanizer').read('arabic_name_romanizer/resources/names.sqlite3'))
        file.flush()
        rows = sqlite3.connect(file.name).execute(
            "select arabic_key, role, count from units where source = 'wikidata' and role in ('given', 'surname')")
        for name, role, count in rows:
            if WORD.fullmatch(fold(name)):
                counts[role][fold(name)] += count
    return counts['given'], counts['surname']


def likelihood(name, people, of_all, share):
    """How much likelier the word is this name than anything else."""
    definite_word = name.startswith('ال') and len(name) > 4
    level = definite.get(name[2:], UNSEEN) if definite_word else bare.get(name, UNSEEN)
    return people / of_all * share / 10 ** (-0.2 * level)


def takes_endings(word):
    """A noun or a verb: it takes the article or an ending as often as not, or has one («سلوكا»)."""
    if word.endswith('ا') and definite.get(word[:-1], UNSEEN) < 30:
        return True
    plain = bare.get(word, UNSEEN)
    forms = [definite.get(word, UNSEEN)] + [bare.get(word + end, UNSEEN) for end in ('ها', 'هم', 'ه', 'ت', 'وا')]
    return plain <= 33 and min(forms) <= plain + 5


def from_elsewhere():
    pairs = json.load(io.TextIOWrapper(wheel('arabnamer').open('arabnamer/data/dict_FINAL.json'), 'utf8'))
    words = {word for name in pairs.values() for word in fold(name).split(' ')}
    return {word for word in words if WORD.fullmatch(word) and len(word) > 2 and not word.startswith('ال')
            and not takes_endings(word) and bare.get(word, UNSEEN) > COMMON}


given, family = borne_by()
given_total, family_total = sum(given.values()), sum(family.values())
likely = {name: likelihood(name, people, given_total, SHARE_GIVEN)
          for name, people in given.items() if people >= BORNE_BY and not name.startswith('ال')}
also_given, also_family = arabic_given_and_family()
sure = {name for name, odds in likely.items() if odds >= SURELY}
sure |= {name for name in also_given if likely.get(name, SURELY) >= SURELY and definite.get(name, UNSEEN) >= 28}
words_as_well = {name for name, odds in likely.items() if odds >= PERHAPS} | also_given
last = {name for name, people in family.items()
        if people >= BORNE_BY and likelihood(name, people, family_total, SHARE_FAMILY) >= AFTER_A_NAME} | also_family
lines = [sure, words_as_well - sure, {name for name in last if len(name) > 2}, from_elsewhere() - sure - words_as_well]
write('person-names.txt.gz', [
    'Words of names of people, folded: given names, given names that are words as well, family names, and names from',
    'elsewhere. From Wikidata, CC0 (through arabic-name-romanizer 0.2.0), Faker 40.54.0, MIT, and arabnamer 0.1.3,',
    'CC BY 4.0 (E. Yousef). Made by scripts/data/person-names.py.'],
    ['\t'.join(sorted(name for name in names if len(name) > 1)) for names in lines])
print([len(names) for names in lines])
