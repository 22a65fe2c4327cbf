#define _GNU_SOURCE  // for RTLD_DEFAULT
#include "GraphvizShim.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__APPLE__)
#include <xlocale.h>
#endif

// MARK: - Messages

static char *messages = NULL;
static size_t messages_length = 0;
static size_t messages_capacity = 0;

// More than anybody reads; a graph that draws a warning for every node must not fill the memory.
static const size_t messages_limit = 64 * 1024;

static void append(const char *text, size_t length) {
  if (messages_length + length > messages_limit) length = messages_limit - messages_length;
  size_t needed = messages_length + length + 1;
  if (needed > messages_capacity) {
    size_t capacity = needed * 2;
    char *larger = realloc(messages, capacity);
    if (larger == NULL) return;
    messages = larger;
    messages_capacity = capacity;
  }
  memcpy(messages + messages_length, text, length);
  messages_length += length;
  messages[messages_length] = '\0';
}

// The library delivers "Error" or "Warning", ": ", the text, and perhaps more text, each by a call.
static int collect(char *fragment) {
  int begins = strcmp(fragment, "Error") == 0 || strcmp(fragment, "Warning") == 0;
  if (begins && messages_length > 0 && messages[messages_length - 1] != '\n') append("\n", 1);
  append(fragment, strlen(fragment));
  return 0;
}

static int discard(char *fragment) {
  (void)fragment;
  return 0;
}

// The library formats a message that does not fit its buffer a second time from an argument list
// that is already used up, and crashes. A long message without arguments makes the buffer large
// enough for good before any message with arguments can come.
static void prime_message_buffer(void) {
  const size_t size = 1024 * 1024;
  char *text = malloc(size);
  if (text == NULL) return;
  memset(text, ' ', size - 1);
  text[size - 1] = '\0';
  agseterrf(discard);
  agwarningf(text);
  agreseterrors();
  free(text);
}

// MARK: - The context

// Makes the library refuse every file that a graph names. The variable is exported but in no public
// header, and other versions may not have it.
static void refuse_files(void) {
  static char name[] = "depgraph";
  char **variable = dlsym(RTLD_DEFAULT, "HTTPServerEnVar");
  if (variable != NULL) *variable = name;
}

static GVC_t *context(void) {
  static GVC_t *only = NULL;
  if (only != NULL) return only;
  unsetenv("GVBINDIR");      // a folder from which code would be loaded
  unsetenv("DOTFONTPATH");   // makes the library change the environment
  unsetenv("GV_FILE_PATH");  // would open the door that the next line shuts
  refuse_files();
  prime_message_buffer();
  agseterrf(collect);
  only = gvContext();
  return only;
}

// A thread with "nl_NL" would read "0.5" as 0: the caller's locale is put aside for the call.
static locale_t enter_c_numbers(void) {
  static locale_t numbers = (locale_t)0;
  if (numbers == (locale_t)0) {
    numbers = newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale((locale_t)0)));
  }
  return numbers == (locale_t)0 ? (locale_t)0 : uselocale(numbers);
}

static void leave_c_numbers(locale_t previous) {
  if (previous != (locale_t)0) uselocale(previous);
}

// MARK: - The graph

static Agraph_t *inside(gvs_graph *graph) {
  return (Agraph_t *)graph;
}

const char *gvs_version(void) {
  return gvcVersion(context());
}

// Attributes by which a graph would read files, draw something of its own, or change the
// sheet that gvs_place decides.
static void forget_reserved_attributes(Agraph_t *graph) {
  static char *const reserved[] = {
    "_background", "imagepath", "fontpath", "stylesheet", "size", "page", "viewport", "ratio",
    "rotate", "landscape", "orientation", "dpi", "resolution", "margin", "pad",
  };
  static char empty[] = "";
  for (size_t i = 0; i < sizeof reserved / sizeof reserved[0]; i += 1) {
    if (agattr(graph, AGRAPH, reserved[i], NULL) != NULL) agset(graph, reserved[i], empty);
  }
}

gvs_graph *gvs_parse(const char *dot) {
  context();
  messages_length = 0;
  if (messages != NULL) messages[0] = '\0';
  agreseterrors();
  Agraph_t *graph = agmemread(dot);
  if (graph != NULL) forget_reserved_attributes(graph);
  return (gvs_graph *)graph;
}

long gvs_node_count(gvs_graph *graph) {
  return agnnodes(inside(graph));
}

int gvs_layout(gvs_graph *graph, const char *engine) {
  locale_t previous = enter_c_numbers();
  // A graph that names an engine would be placed by that one, whatever was asked for.
  if (agattr(inside(graph), AGRAPH, (char *)"layout", NULL) != NULL) {
    agset(graph, (char *)"layout", (char *)engine);
  }
  // Springs start from the C library's random numbers: the second drawing would not be the first's.
  srand(1);
  srand48(1);
  int status = gvLayout(context(), inside(graph), engine);
  leave_c_numbers(previous);
  return status;
}

void gvs_bounding_box(gvs_graph *graph, double corners[4]) {
  boxf box = GD_bb(inside(graph));
  corners[0] = box.LL.x;
  corners[1] = box.LL.y;
  corners[2] = box.UR.x;
  corners[3] = box.UR.y;
}

// Unlike "size" and "dpi", which are read when a layout begins, these are read when drawing begins.
void gvs_place(
  gvs_graph *graph, double width, double height, double scale, double pixels_per_inch
) {
  boxf box = GD_bb(inside(graph));
  char viewport[256];
  locale_t previous = enter_c_numbers();
  snprintf(
    viewport, sizeof viewport, "%.17g,%.17g,%.17g,%.17g,%.17g", width, height, scale,
    (box.LL.x + box.UR.x) / 2, (box.LL.y + box.UR.y) / 2);
  leave_c_numbers(previous);
  agsafeset(inside(graph), (char *)"viewport", viewport, (char *)"");
  agsafeset(inside(graph), (char *)"margin", (char *)"0", (char *)"");
  agsafeset(inside(graph), (char *)"pad", (char *)"0", (char *)"");
  GD_drawing(inside(graph))->dpi = pixels_per_inch;
}

// MARK: - Drawing

// The type that this version of the library wants the length in.
typedef int (*render_with_int)(GVC_t *, graph_t *, const char *, char **, unsigned int *);
typedef __typeof__(
  _Generic(&gvRenderData, render_with_int: (unsigned int)0, default: (size_t)0)) render_length;

int gvs_render(gvs_graph *graph, const char *format, char **bytes, size_t *length) {
  render_length count = 0;
  *bytes = NULL;
  locale_t previous = enter_c_numbers();
  int status = gvRenderData(context(), inside(graph), format, bytes, &count);
  leave_c_numbers(previous);
  *length = count;
  return status;
}

void gvs_free_bytes(char *bytes) {
  gvFreeRenderData(bytes);
}

const char *gvs_messages(void) {
  return messages == NULL ? "" : messages;
}
