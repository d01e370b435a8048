#ifndef ESS_CDIGEST_SHIM_H
#define ESS_CDIGEST_SHIM_H
#include <nettle/sha2.h>
#endif
