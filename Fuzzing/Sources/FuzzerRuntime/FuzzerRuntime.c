#include "FuzzerRuntime.h"
