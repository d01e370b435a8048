// Made by Datasets/build.py.
#include "CDatasets.h"

static const unsigned char file_0[] = {
#embed "../../Datasets/lac-covid/datapackage.json"
};

static const unsigned char file_1[] = {
#embed "../../Datasets/lac-covid/territories.csv"
};

static const unsigned char file_2[] = {
#embed "../../Datasets/lac-covid/group_members.csv"
};

static const unsigned char file_3[] = {
#embed "../../Datasets/lac-covid/variables.csv"
};

static const unsigned char file_4[] = {
#embed "../../Datasets/lac-covid/panel.csv"
};

static const unsigned char file_5[] = {
#embed "../../Datasets/lac-covid/outlook.csv"
};

static const unsigned char file_6[] = {
#embed "../../Datasets/lac-covid/poverty_vintages.csv"
};

static const unsigned char file_7[] = {
#embed "../../Datasets/lac-covid/regional_outlook.csv"
};

static const unsigned char file_8[] = {
#embed "../../Datasets/lac-covid/exercises.csv"
};

static const unsigned char file_9[] = {
#embed "../../Datasets/lac-covid/organisations.csv"
};

static const unsigned char file_10[] = {
#embed "../../Datasets/lac-covid/alliances.csv"
};

static const unsigned char file_11[] = {
#embed "../../Datasets/lac-covid/memberships.csv"
};

static const unsigned char file_12[] = {
#embed "../../Datasets/lac-covid/sse_size.csv"
};

static const unsigned char file_13[] = {
#embed "../../Datasets/lac-covid/score_indicators.csv"
};

static const unsigned char file_14[] = {
#embed "../../Datasets/lac-covid/neighbours.csv"
};

static const unsigned char file_15[] = {
#embed "../../Datasets/lac-covid/sources.csv"
};

static const unsigned char file_16[] = {
#embed "../../Datasets/mexico-states/datapackage.json"
};

static const unsigned char file_17[] = {
#embed "../../Datasets/mexico-states/territories.csv"
};

static const unsigned char file_18[] = {
#embed "../../Datasets/mexico-states/variables.csv"
};

static const unsigned char file_19[] = {
#embed "../../Datasets/mexico-states/panel.csv"
};

static const unsigned char file_20[] = {
#embed "../../Datasets/mexico-states/organisations.csv"
};

static const unsigned char file_21[] = {
#embed "../../Datasets/mexico-states/alliances.csv"
};

static const unsigned char file_22[] = {
#embed "../../Datasets/mexico-states/memberships.csv"
};

static const unsigned char file_23[] = {
#embed "../../Datasets/mexico-states/score_indicators.csv"
};

static const unsigned char file_24[] = {
#embed "../../Datasets/mexico-states/neighbours.csv"
};

static const unsigned char file_25[] = {
#embed "../../Datasets/mexico-states/sources.csv"
};

static const unsigned char file_26[] = {
#embed "../../Datasets/synthetic-survey/datapackage.json"
};

static const unsigned char file_27[] = {
#embed "../../Datasets/synthetic-survey/survey.csv"
};

static const ess_embedded_file files[] = {
  {"lac-covid", "datapackage.json", file_0, sizeof file_0},
  {"lac-covid", "territories.csv", file_1, sizeof file_1},
  {"lac-covid", "group_members.csv", file_2, sizeof file_2},
  {"lac-covid", "variables.csv", file_3, sizeof file_3},
  {"lac-covid", "panel.csv", file_4, sizeof file_4},
  {"lac-covid", "outlook.csv", file_5, sizeof file_5},
  {"lac-covid", "poverty_vintages.csv", file_6, sizeof file_6},
  {"lac-covid", "regional_outlook.csv", file_7, sizeof file_7},
  {"lac-covid", "exercises.csv", file_8, sizeof file_8},
  {"lac-covid", "organisations.csv", file_9, sizeof file_9},
  {"lac-covid", "alliances.csv", file_10, sizeof file_10},
  {"lac-covid", "memberships.csv", file_11, sizeof file_11},
  {"lac-covid", "sse_size.csv", file_12, sizeof file_12},
  {"lac-covid", "score_indicators.csv", file_13, sizeof file_13},
  {"lac-covid", "neighbours.csv", file_14, sizeof file_14},
  {"lac-covid", "sources.csv", file_15, sizeof file_15},
  {"mexico-states", "datapackage.json", file_16, sizeof file_16},
  {"mexico-states", "territories.csv", file_17, sizeof file_17},
  {"mexico-states", "variables.csv", file_18, sizeof file_18},
  {"mexico-states", "panel.csv", file_19, sizeof file_19},
  {"mexico-states", "organisations.csv", file_20, sizeof file_20},
  {"mexico-states", "alliances.csv", file_21, sizeof file_21},
  {"mexico-states", "memberships.csv", file_22, sizeof file_22},
  {"mexico-states", "score_indicators.csv", file_23, sizeof file_23},
  {"mexico-states", "neighbours.csv", file_24, sizeof file_24},
  {"mexico-states", "sources.csv", file_25, sizeof file_25},
  {"synthetic-survey", "datapackage.json", file_26, sizeof file_26},
  {"synthetic-survey", "survey.csv", file_27, sizeof file_27},
};

size_t ess_embedded_file_count(void) {
  return sizeof files / sizeof files[0];
}

const ess_embedded_file *ess_embedded_file_at(size_t index) {
  return index < ess_embedded_file_count() ? &files[index] : 0;
}
