// The only file that sees ReadStat. The library is opened when the first file is read, so that the program starts as fast, and runs, without
// it; the header gives the types, so that a call that does not fit is a compile error.
#include "CSurveyFiles.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  unsigned char *bytes;
  size_t size, capacity;
  int failed;
} buffer;

static void add(buffer *b, const void *bytes, size_t size) {
  if (b->failed) return;
  if (b->size + size > b->capacity) {
    size_t capacity = 2 * (b->size + size) + 4096;
    unsigned char *grown = realloc(b->bytes, capacity);
    if (!grown) {
      b->failed = 1;
      return;
    }
    b->bytes = grown;
    b->capacity = capacity;
  }
  if (size) memcpy(b->bytes + b->size, bytes, size);
  b->size += size;
}

static void add_text(buffer *b, const char *text) {
  uint32_t length = text ? (uint32_t)strlen(text) : 0;
  add(b, &length, sizeof length);
  add(b, text, length);
}

static void message(buffer *b, const char *text) {
  b->size = 0;
  add(b, text, strlen(text));
}

#if __has_include(<readstat.h>)
#include <readstat.h>

// The functions used, by name, with the types of the header.
#define FUNCTIONS(use)                                                                        \
  use(readstat_parser_init) use(readstat_parser_free) use(readstat_error_message)             \
  use(readstat_set_metadata_handler) use(readstat_set_variable_handler)                       \
  use(readstat_set_value_handler) use(readstat_set_value_label_handler)                       \
  use(readstat_parse_dta) use(readstat_parse_sav) use(readstat_parse_sas7bdat)                \
  use(readstat_variable_get_name) use(readstat_variable_get_label)                            \
  use(readstat_variable_get_type) use(readstat_variable_get_index) use(readstat_value_type)   \
  use(readstat_value_tag) use(readstat_value_is_system_missing)                               \
  use(readstat_value_is_tagged_missing) use(readstat_value_is_defined_missing)                \
  use(readstat_double_value) use(readstat_string_value) use(readstat_get_row_count)

static struct {
#define FIELD(name) __typeof__(&name) name;
  FUNCTIONS(FIELD)
} library;

static int open_library(void) {
  void *handle = dlopen("libreadstat.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return 0;
#define FIND(name) \
  if (!(library.name = (__typeof__(&name))dlsym(handle, #name))) return 0;
  FUNCTIONS(FIND)
  return 1;
}

typedef struct {
  int is_text;
  buffer values, missing;
} column;

typedef struct {
  const char *const *names;
  size_t wanted;
  long rows, declared;
  column *columns;
  size_t count;
  int32_t labels;
  buffer variables, label_bytes;
} reading;

static int on_metadata(readstat_metadata_t *metadata, void *context) {
  ((reading *)context)->declared = library.readstat_get_row_count(metadata);
  return READSTAT_HANDLER_OK;
}

static int on_variable(int index, readstat_variable_t *variable, const char *set, void *context) {
  reading *r = context;
  (void)index;
  const char *name = library.readstat_variable_get_name(variable);
  readstat_type_t type = library.readstat_variable_get_type(variable);
  uint8_t is_text = type == READSTAT_TYPE_STRING || type == READSTAT_TYPE_STRING_REF;
  add(&r->variables, &is_text, 1);
  add_text(&r->variables, name);
  add_text(&r->variables, library.readstat_variable_get_label(variable));
  add_text(&r->variables, set);
  column *grown = realloc(r->columns, (r->count + 1) * sizeof *grown);
  if (!grown) return READSTAT_HANDLER_ABORT;
  r->columns = grown;
  memset(&r->columns[r->count], 0, sizeof *grown);
  r->columns[r->count].is_text = -1;
  r->count++;
  for (size_t k = 0; k < r->wanted; k++) {
    if (name && strcmp(name, r->names[k]) == 0) {
      r->columns[r->count - 1].is_text = is_text;
      return READSTAT_HANDLER_OK;
    }
  }
  return READSTAT_HANDLER_SKIP_VARIABLE;
}

static int on_value(
    int row, readstat_variable_t *variable, readstat_value_t value, void *context) {
  reading *r = context;
  int index = library.readstat_variable_get_index(variable);
  if (index < 0 || (size_t)index >= r->count || r->columns[index].is_text < 0)
    return READSTAT_HANDLER_ABORT;
  column *c = &r->columns[index];
  if (row >= r->rows) r->rows = row + 1;
  if (c->is_text) {
    add_text(&c->values, library.readstat_string_value(value));
    return c->values.failed ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
  }
  uint8_t missing = 0;
  double number = 0;
  // Order matters: a tagged missing value is not the system's.
  if (library.readstat_value_is_tagged_missing(value)) {
    missing = (uint8_t)library.readstat_value_tag(value);
    if (missing < 3) missing = 1;
  } else if (library.readstat_value_is_system_missing(value)) {
    missing = 1;
  } else {
    number = library.readstat_double_value(value);
    if (number != number) missing = 1;
    else if (library.readstat_value_is_defined_missing(value, variable)) missing = 2;
  }
  add(&c->values, &number, sizeof number);
  add(&c->missing, &missing, 1);
  return c->values.failed || c->missing.failed ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
}

static int on_label(const char *set, readstat_value_t value, const char *label, void *context) {
  reading *r = context;
  buffer *b = &r->label_bytes;
  uint8_t kind = 0;
  double number = 0;
  const char *text = "";
  readstat_type_t type = library.readstat_value_type(value);
  if (type == READSTAT_TYPE_STRING || type == READSTAT_TYPE_STRING_REF) {
    kind = 1;
    text = library.readstat_string_value(value);
  } else if (library.readstat_value_is_tagged_missing(value)) {
    kind = 2;
    number = (unsigned char)library.readstat_value_tag(value);
  } else {
    number = library.readstat_double_value(value);
  }
  add_text(b, set);
  add(b, &kind, 1);
  add(b, &number, sizeof number);
  add_text(b, text);
  add_text(b, label);
  r->labels++;
  return b->failed ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
}

/// Reads in the child; the answer is in `out`.
static int read_file(
    const char *path, int format, const char *const *names, size_t count, buffer *out) {
  if (!open_library()) {
    message(out, "the library ReadStat (Debian's libreadstat1) is not installed");
    return ESS_SURVEY_NO_LIBRARY;
  }
  reading r = {.names = names, .wanted = count, .declared = -1};
  readstat_parser_t *parser = library.readstat_parser_init();
  library.readstat_set_metadata_handler(parser, on_metadata);
  // Version 1.1.8 crashes on a value handler without a variable handler; both are always set together.
  library.readstat_set_variable_handler(parser, on_variable);
  if (count) library.readstat_set_value_handler(parser, on_value);
  library.readstat_set_value_label_handler(parser, on_label);
  readstat_error_t error =
      format == ESS_SURVEY_STATA  ? library.readstat_parse_dta(parser, path, &r)
      : format == ESS_SURVEY_SPSS ? library.readstat_parse_sav(parser, path, &r)
                                  : library.readstat_parse_sas7bdat(parser, path, &r);
  library.readstat_parser_free(parser);
  if (error != READSTAT_OK) {
    message(out, library.readstat_error_message(error));
    return ESS_SURVEY_REFUSED;
  }
  // A declared number of rows of -1 means that it is unknown.
  if (count && r.declared >= 0 && r.rows < r.declared) {
    message(out, "the file ends before its last record");
    return ESS_SURVEY_REFUSED;
  }
  int64_t rows = r.rows;
  int32_t variables = (int32_t)r.count;
  add(out, &rows, sizeof rows);
  add(out, &variables, sizeof variables);
  add(out, r.variables.bytes, r.variables.size);
  add(out, &r.labels, sizeof r.labels);
  add(out, r.label_bytes.bytes, r.label_bytes.size);
  for (int32_t i = 0; i < variables; i++) {
    column *c = &r.columns[i];
    if (c->is_text < 0) continue;
    add(out, &i, sizeof i);
    add(out, c->values.bytes, c->values.size);
    add(out, c->missing.bytes, c->missing.size);
  }
  return r.variables.failed || out->failed ? ESS_SURVEY_NO_RESOURCES : ESS_SURVEY_READ;
}

#else

static int read_file(
    const char *path, int format, const char *const *names, size_t count, buffer *out) {
  (void)path, (void)format, (void)names, (void)count;
  message(out, "the program was built without the library ReadStat (Debian's libreadstat-dev)");
  return ESS_SURVEY_NO_LIBRARY;
}

#endif

static int write_all(int descriptor, const unsigned char *bytes, size_t size) {
  while (size) {
    ssize_t written = write(descriptor, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return 0;
    bytes += written;
    size -= (size_t)written;
  }
  return 1;
}

unsigned char *ess_survey_file_read(
    const char *path, int format, const char *const *names, size_t count, size_t *size,
    int *status) {
  *size = 0;
  *status = ESS_SURVEY_NO_RESOURCES;
  int ends[2];
  if (pipe(ends) != 0) return NULL;
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return NULL;
  }
  if (child == 0) {
    close(ends[0]);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(SIGPIPE, SIG_DFL);
    int fatal[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    for (size_t k = 0; k < sizeof fatal / sizeof *fatal; k++) signal(fatal[k], SIG_DFL);
    buffer out = {0};
    unsigned char answer = (unsigned char)read_file(path, format, names, count, &out);
    // The status goes last: an answer without one is half an answer.
    if (!write_all(ends[1], out.bytes, out.size) || !write_all(ends[1], &answer, 1)) _exit(1);
    _exit(0);
  }
  close(ends[1]);
  buffer in = {0};
  for (;;) {
    unsigned char piece[1 << 16];
    ssize_t got = read(ends[0], piece, sizeof piece);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    add(&in, piece, (size_t)got);
  }
  close(ends[0]);
  int ended = 0;
  while (waitpid(child, &ended, 0) < 0 && errno == EINTR) {}
  if (in.failed || !WIFEXITED(ended) || WEXITSTATUS(ended) != 0 || in.size == 0) {
    if (!in.failed && WIFSIGNALED(ended)) *status = ESS_SURVEY_CRASHED;
    free(in.bytes);
    return NULL;
  }
  *size = in.size - 1;
  *status = in.bytes[in.size - 1];
  return in.bytes;
}
