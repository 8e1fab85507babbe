"""Cases for other programs: each module is a form, with ``SUFFIX``, ``TITLE``, ``write(guide)``."""

from guide.document.leaves import Leaves

FORMS = Leaves(__name__)
