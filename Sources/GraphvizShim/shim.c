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

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define GVS_IS_SANITIZED 1
#endif
#endif

#ifndef GVS_IS_SANITIZED
#define GVS_IS_SANITIZED 0
#endif

int gvs_is_sanitized(void) { return GVS_IS_SANITIZED; }

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

// Attributes by which a graph would read files, draw something of its own, or change the size that
// its drawing comes out with.
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

// MARK: - Identities that do not depend on addresses
//
// The library identifies what has a name by the address of that name, and goes through subgraphs in
// the order of identities. A process that drew before has other addresses and would put clusters in
// another order. So identities are counted here, and names left to the library's own table. As with
// addresses, what has a name comes after what has none.

static IDTYPE last_identity = 0;
static int has_name = 0;
static const IDTYPE first_of_names = (IDTYPE)1 << 40;

static void *identity_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  return graph;
}

static long identity_map(void *state, int kind, char *name, IDTYPE *identity, int creating) {
  (void)state, (void)kind;
  // A new name is asked for twice: by itself, and without it once the library knows it is new.
  if (name != NULL) has_name = creating;
  if (name != NULL || !creating) return 0;
  last_identity += 1;
  *identity = last_identity + (has_name ? first_of_names : 0);
  has_name = 0;
  return 1;
}

static long identity_alloc(void *state, int kind, IDTYPE identity) {
  (void)state, (void)kind, (void)identity;
  return 0;
}

static void identity_free(void *state, int kind, IDTYPE identity) {
  (void)state, (void)kind, (void)identity;
}

static char *identity_print(void *state, int kind, IDTYPE identity) {
  (void)state, (void)kind, (void)identity;
  return NULL;
}

static void identity_close(void *state) {
  (void)state;
}

static void identity_register(void *state, int kind, void *object) {
  (void)state, (void)kind, (void)object;
}

static Agiddisc_t counted_identities = {
  identity_open, identity_map, identity_alloc, identity_free, identity_print, identity_close,
  identity_register,
};

// MARK: - Reading

static int read_text(void *source, char *buffer, int size) {
  const char **rest = source;
  size_t length = strnlen(*rest, (size_t)size);
  memcpy(buffer, *rest, length);
  *rest += length;
  return (int)length;
}

static int write_nothing(void *target, const char *text) {
  (void)target, (void)text;
  return 0;
}

static int flush_nothing(void *target) {
  (void)target;
  return 0;
}

static Agiodisc_t text_reading = {read_text, write_nothing, flush_nothing};

static Agdisc_t discipline;  // its memory part stays empty: the library's own
static const char *source;   // what is not yet in the library's buffer

static Agraph_t *read_graph(const char *dot) {
  discipline.id = &counted_identities;
  discipline.io = &text_reading;
  last_identity = 0;
  has_name = 0;
  agsetfile(NULL);
  source = dot;
  return agread(&source, &discipline);
}

// A text may hold more graphs than the one that is taken: what the library's buffer still has of them
// would be read before the next text.
static void forget_other_graphs(void) {
  agseterrf(discard);
  while (read_graph("") != NULL) continue;
  agseterrf(collect);
}

gvs_graph *gvs_parse(const char *dot) {
  context();
  forget_other_graphs();
  messages_length = 0;
  if (messages != NULL) messages[0] = '\0';
  agreseterrors();
  Agraph_t *graph = read_graph(dot);
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

// MARK: - What a graph says

static void put_text(FILE *rows, const char *text) {
  if (text == NULL) text = "";
  fprintf(rows, "%zu:", strlen(text));
  fputs(text, rows);
}

static void put_number(FILE *rows, unsigned long number) {
  char text[32];
  snprintf(text, sizeof text, "%lu", number);
  put_text(rows, text);
}

static void put_attributes(FILE *rows, Agraph_t *root, int kind, void *object) {
  for (Agsym_t *symbol = agnxtattr(root, kind, NULL); symbol != NULL;
       symbol = agnxtattr(root, kind, symbol)) {
    char *value = agxget(object, symbol);
    if (value == NULL || value[0] == '\0') continue;
    fputc(aghtmlstr(value) ? 'H' : 'A', rows);
    put_text(rows, symbol->name);
    put_text(rows, value);
    fputc('\n', rows);
  }
}

// A subgraph, then the nodes in it, then the subgraphs in it, which end with their last row.
static void put_subgraphs(FILE *rows, Agraph_t *root, Agraph_t *graph) {
  for (Agraph_t *inner = agfstsubg(graph); inner != NULL; inner = agnxtsubg(inner)) {
    fputc('S', rows);
    put_text(rows, agnameof(inner));
    fputc('\n', rows);
    put_attributes(rows, root, AGRAPH, inner);
    for (Agnode_t *node = agfstnode(inner); node != NULL; node = agnxtnode(inner, node)) {
      fputc('M', rows);
      put_text(rows, agnameof(node));
      fputc('\n', rows);
    }
    put_subgraphs(rows, root, inner);
    fputs("Z\n", rows);
  }
}

char *gvs_rows(gvs_graph *opaque, size_t *length) {
  Agraph_t *graph = inside(opaque);
  char *bytes = NULL;
  FILE *rows = open_memstream(&bytes, length);
  if (rows == NULL) return NULL;
  fputc('G', rows);
  put_text(rows, agnameof(graph));
  put_number(rows, agisdirected(graph) ? 1 : 0);
  put_number(rows, agisstrict(graph) ? 1 : 0);
  fputc('\n', rows);
  put_attributes(rows, graph, AGRAPH, graph);
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    fputc('N', rows);
    put_text(rows, agnameof(node));
    fputc('\n', rows);
    put_attributes(rows, graph, AGNODE, node);
  }
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
      fputc('E', rows);
      put_text(rows, agnameof(agtail(edge)));
      put_text(rows, agnameof(aghead(edge)));
      put_number(rows, AGSEQ(edge));
      fputc('\n', rows);
      put_attributes(rows, graph, AGEDGE, edge);
    }
  }
  put_subgraphs(rows, graph, graph);
  if (fclose(rows) != 0) {
    free(bytes);
    return NULL;
  }
  return bytes;
}
