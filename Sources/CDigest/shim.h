#ifndef ESS_CDIGEST_SHIM_H
#define ESS_CDIGEST_SHIM_H
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>
#endif
