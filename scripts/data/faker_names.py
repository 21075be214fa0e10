"""Arabic given and family names of Faker 40.54.0 (PyPI), MIT."""
import importlib

from tables import fold


def arabic_given_and_family():
    """Two sets of folded names."""
    given, family = set(), set()
    for locale in ('ar_AA', 'ar_SA', 'ar_PS', 'ar_DZ'):
        provider = importlib.import_module(f'faker.providers.person.{locale}').Provider
        for field in dir(provider):
            names = getattr(provider, field)
            if not field.startswith(('first_names', 'last_names')) or callable(names):
                continue
            (given if field.startswith('first') else family).update(fold(n.strip()) for n in names)
    return given, family
