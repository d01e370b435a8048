#ifndef ESS_CDATASETS_H
#define ESS_CDATASETS_H

#include <stddef.h>

/// One file of a shipped data package.
typedef struct {
  const char *package;
  const char *name;
  const unsigned char *bytes;
  size_t size;
} ess_embedded_file;

/// Number of embedded files.
size_t ess_embedded_file_count(void);

/// A file by position, the packages in order and each one's descriptor first; null beyond the last.
const ess_embedded_file *ess_embedded_file_at(size_t index);

#endif
