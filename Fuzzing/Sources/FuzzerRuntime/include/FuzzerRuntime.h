#pragma once

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with the arguments of the command line; part of the compiler's runtime.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
