/* Debian's libxml2 is built with ICU, and its headers would bring ICU's, which clash with those of
   Foundation in any program that imports both. Galley converts encodings before libxml2 sees a
   page, so nothing of that is used. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
