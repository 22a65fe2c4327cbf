// The whole of Graphviz that Swift sees: text in, bytes out.
#ifndef GRAPHVIZ_SHIM_H
#define GRAPHVIZ_SHIM_H

/// The version of the linked Graphviz library; a static string.
const char *gvs_version(void);

#endif
