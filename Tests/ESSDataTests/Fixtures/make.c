// Writes the fixtures of SurveyFileTests with ReadStat's own writers:
//   cc make.c -lreadstat -o make && ./make
// Six records of one household survey: welfare with a system missing value and a coded one, a labelled territory, a text PSU.
#include <fcntl.h>
#include <math.h>
#include <readstat.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { DTA, SAV, SAS };

static ssize_t put(const void *bytes, size_t size, void *context) {
  return write(*(int *)context, bytes, size);
}

static void make(const char *path, int format) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  readstat_writer_t *writer = readstat_writer_init();
  readstat_set_data_writer(writer, put);
  readstat_writer_set_file_label(writer, "made for tests");
  // A fixed time, so that the bytes are always the same.
  readstat_writer_set_file_timestamp(writer, 1600000000);
  readstat_label_set_t *places = NULL;
  if (format != SAS) {
    places = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "places");
    readstat_label_double_value(places, 1, "North");
    readstat_label_double_value(places, 2, "Centre");
  }
  const char *names[] = {"welfare", "weight", "size", "territory", "unused"};
  readstat_variable_t *columns[6];
  for (int k = 0; k < 5; k++) {
    columns[k] = readstat_add_variable(writer, names[k], READSTAT_TYPE_DOUBLE, 8);
    readstat_variable_set_label(columns[k], k == 0 ? "Income per head" : "");
  }
  if (places) readstat_variable_set_label_set(columns[3], places);
  if (format == SAV) readstat_variable_add_missing_double_value(columns[0], -99);
  columns[5] = readstat_add_variable(writer, "psu", READSTAT_TYPE_STRING, 8);
  double rows[6][5] = {{50, 10, 4, 1, 7}, {80.5, 12, 2, 1, 7}, {120, 8, 3, 2, 7},
                       {200, 9, 1, 2, 7}, {30, 15, 5, 3, 7},   {95, 11, 2, 1, 7}};
  const char *psus[] = {"a1", "a2", "é1", "b2", "b2", "a1"};
  if (format == DTA) readstat_begin_writing_dta(writer, &file, 6);
  else if (format == SAV) readstat_begin_writing_sav(writer, &file, 6);
  else readstat_begin_writing_sas7bdat(writer, &file, 6);
  for (int i = 0; i < 6; i++) {
    readstat_begin_row(writer);
    for (int k = 0; k < 5; k++) {
      if (k == 0 && i == 3) readstat_insert_missing_value(writer, columns[0]);
      else if (k == 0 && i == 4 && format == SAV)
        readstat_insert_double_value(writer, columns[0], -99);
      else if (k == 0 && i == 4) readstat_insert_tagged_missing_value(writer, columns[0], format == SAS ? 'B' : 'b');
      else readstat_insert_double_value(writer, columns[k], rows[i][k]);
    }
    readstat_insert_string_value(writer, columns[5], psus[i]);
    readstat_end_row(writer);
  }
  readstat_end_writing(writer);
  readstat_writer_free(writer);
  close(file);
}

int main(void) {
  make("survey.dta", DTA);
  make("survey.sav", SAV);
  make("survey.sas7bdat", SAS);
}
