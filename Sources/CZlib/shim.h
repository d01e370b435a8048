#ifndef ESS_CZLIB_SHIM_H
#define ESS_CZLIB_SHIM_H
#include <zlib.h>
#endif
