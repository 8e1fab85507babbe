"""Cases for other programs: each module is a form, with ``SUFFIX``, ``TITLE``, ``write(guide)``."""

from guide.document.form_modules import FormModules

FORMS = FormModules(__name__)
