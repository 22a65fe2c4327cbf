// The whole of Graphviz that Swift sees: DOT text in, bytes out.
//
// Each function says why it cannot be Swift. None may run on two threads at once: the library keeps
// its state in globals, whatever the context.
#ifndef GRAPHVIZ_SHIM_H
#define GRAPHVIZ_SHIM_H

#include <stddef.h>

/// A parsed graph; opaque, since the library's own struct has bit fields that Swift cannot see.
typedef struct gvs_graph gvs_graph;

/// The version of the library that is linked at run time; a static string.
/// Here because it is kept in the library's context, which only this file holds.
const char *gvs_version(void);

/// Whether the program was built with a sanitizer that maps more memory than a renderer may have.
/// Here because only the preprocessor knows.
int gvs_is_sanitized(void);

/// Reads one graph from a text, or returns NULL. Forgets all earlier messages.
/// Here because the first call must shut the library's doors (environment, files) in C globals.
gvs_graph *gvs_parse(const char *dot);

/// What a parsed graph says, as rows for gvs_rows_length and gvs_rows; NULL when memory ran out.
/// A row is a letter and fields, each a length, a colon and bytes; see GraphRows.swift.
/// Here because walking a graph takes the library's macros.
char *gvs_rows(gvs_graph *graph, size_t *length);

/// The number of nodes, to refuse a graph before its layout.
/// Here because the graph is opaque to Swift.
long gvs_node_count(gvs_graph *graph);

/// Places the graph; 0 when done, which may still have left an error among the messages.
/// Here because it needs the context and the "C" number format around it.
int gvs_layout(gvs_graph *graph, const char *engine);

/// The corners of the drawing after layout, in points: left, bottom, right, top.
/// Here because the library has only a macro for it.
void gvs_bounding_box(gvs_graph *graph, double corners[4]);

/// Draws into memory; 0 when done. The bytes are the caller's, for gvs_free_bytes.
/// Here because the type of the length differs between the library's versions.
int gvs_render(gvs_graph *graph, const char *format, char **bytes, size_t *length);

/// Gives the bytes back to the allocator of the library that made them.
void gvs_free_bytes(char *bytes);

/// What the library said since the last gvs_parse, one message a line; valid until the next call.
/// Here because the library delivers it to a C function, in fragments.
const char *gvs_messages(void);

#endif
