#include "GraphvizShim.h"
#include <graphviz/gvc.h>

const char *gvs_version(void) {
  return "unknown";
}
