#ifndef ESS_CKERNELS_H
#define ESS_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Adds to the lower triangle of `g` (k x k, column-major) that of X' W X over rows `first` to `last` - 1.
///
/// `x` is column-major with `n` rows and `k` columns; `w` holds n weights, or is NULL for ones. `scratch` holds 512 k doubles
/// (used with weights only). The order of the additions depends on the rows alone.
void ess_gram_block(const double *x, ptrdiff_t n, ptrdiff_t k, const double *w, ptrdiff_t first,
                    ptrdiff_t last, double *g, double *scratch);

/// Writes the places of all commas and line ends of `text` from `first` to `last` - 1, and returns their number.
///
/// 63 bytes behind `last` must be readable, and `places` have room for 8 more than there are.
size_t ess_separators(const unsigned char *text, size_t first, size_t last, uint32_t *places);

/// What has to be left off at the ends of a field: `ESS_LAST` is the form of the last one of a row, which a carriage return may end,
/// `ESS_QUOTED` that of any field of a text with quotes.
enum { ESS_LAST = 1, ESS_QUOTED = 2 };

/// How many of `rows` rows, from the first on, have `width` separators of which the last alone is a line end, and no quote but those that
/// stand around whole fields.
///
/// `places` points to the first separator of the first row, which begins behind the separator before; quotes are looked for with `hasQuote`.
size_t ess_plain_rows(const unsigned char *text, const uint32_t *places, size_t width, size_t rows,
                      int hasQuote);

/// Where a field begins that a separator ends, and its length: it begins behind the separator before, and what its form says is left off.
static inline const unsigned char *ess_field(const unsigned char *text, const uint32_t *end, int form,
                                             size_t *length) {
  const unsigned char *field = text + (end[-1] + 1);
  size_t size = (size_t)(text + *end - field);
  if (form & ESS_LAST && size > 0 && field[size - 1] == '\r') size -= 1;
  if (form & ESS_QUOTED && size > 1 && *field == '"') {
    field += 1;
    size -= 2;
  }
  *length = size;
  return field;
}

/// Reads a field of each of `rows` rows as a number, and returns how many rows it got through: it stops at a field that is not a sign at
/// most, up to 15 digits, and one point at most among them.
///
/// `places` points to the separator that ends the field of the first row, and that of the next row is `width` further. 16 bytes behind a field
/// must be readable.
size_t ess_numbers(const unsigned char *text, const uint32_t *places, size_t width, int form,
                   size_t rows, double *values);

/// The same for any processor, one byte after the other.
size_t ess_numbers_portable(const unsigned char *text, const uint32_t *places, size_t width,
                            int form, size_t rows, double *values);

/// A text in a table of codes: a free slot has length 0, which the empty text has too, and code -1.
typedef struct {
  /// The text itself up to eight bytes, a hash of a longer one.
  uint64_t key;
  int32_t length;
  int32_t code;
} ess_code_slot;

/// Where the search for a key begins in a table of 2^(64 - shift) slots; the factor (Evensen 2018) spreads short labels of digits too.
static inline size_t ess_code_place(uint64_t key, unsigned shift) {
  return (size_t)((key * UINT64_C(0xD6E8FEB86659FD93)) >> shift);
}

/// Writes the code of a field of each of `rows` rows, and returns how many rows it got through: it stops at a field that is longer than
/// eight bytes or not in the table.
///
/// The places are those of `ess_numbers`.
size_t ess_codes(const unsigned char *text, const uint32_t *places, size_t width, int form,
                 size_t rows, const ess_code_slot *slots, unsigned shift, int32_t *values);

#endif
