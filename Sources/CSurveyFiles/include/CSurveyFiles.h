#ifndef ESS_CSURVEYFILES_H
#define ESS_CSURVEYFILES_H

#include <stddef.h>

/// Formats that ReadStat reads.
enum {
  ESS_SURVEY_STATA = 0,
  ESS_SURVEY_SPSS = 1,
  ESS_SURVEY_SAS = 2,
};

/// How a reading ended.
enum {
  ESS_SURVEY_READ = 0,
  /// The library is not there, or the program was built without its header; the bytes are a message.
  ESS_SURVEY_NO_LIBRARY = 1,
  /// The file is none of its format; the bytes are a message.
  ESS_SURVEY_REFUSED = 2,
  /// The library crashed on the file; no bytes.
  ESS_SURVEY_CRASHED = 3,
  /// No process, pipe or memory could be had; no bytes.
  ESS_SURVEY_NO_RESOURCES = 4,
};

/// Reads a file in a process of its own, so that a crash of the library on a damaged file is an answer and not the end of the
/// program. `names` are the columns whose values are wanted; with `count` 0 only the description is read.
///
/// The result, to be freed by the caller, is in native byte order and without padding (text = uint32 length and UTF-8 bytes):
///   int64 rows, int32 variables, for each variable: uint8 is_text, text name, text label, text name of its label set;
///   int32 labels, for each: text set, uint8 kind (0 number, 1 text, 2 missing code), double number or code, text value, text label;
///   for each variable asked for in the order of the file: int32 its position, then for each row
///     numbers: double value; then for each row uint8 missing (0 no, 1 system, 2 declared by the user, else the letter of its code);
///     texts: text value.
/// `rows` is 0 if only the description was read.
unsigned char *ess_survey_file_read(
    const char *path, int format, const char *const *names, size_t count, size_t *size,
    int *status);

#endif
