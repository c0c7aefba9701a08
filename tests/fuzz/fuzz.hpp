// The parsers of outside bytes, each as a target: given any bytes, it must return. What it refuses
// it refuses as a value; an exception, a broken promise (ENSURE) and a sanitizer's word are finds.
#pragma once

#include <span>
#include <string_view>

namespace udb::fuzz {

void composition(std::string_view bytes); ///< a team as JSON, judged
void csv(std::string_view bytes);         ///< a table as CSV, and written again
void date(std::string_view bytes);        ///< one date, dates in a text
void doptor(std::string_view bytes);      ///< a file of the national directory
void form(std::string_view bytes);        ///< the first line is the Content-Type, then the body
void head(std::string_view bytes);        ///< the heads of a journal
void http(std::string_view bytes);        ///< a request, whole and in pieces
void json(std::string_view bytes);        ///< a body of the API, for the register of posts
void list(std::string_view bytes);        ///< the query of a list's address
void media(std::string_view bytes);       ///< what an upload is; the first line is its name
void memo(std::string_view bytes);        ///< one memo number, memo numbers in a text
void oidc(std::string_view bytes);        ///< what a provider answers; keys and a token by them
void order(std::string_view bytes);       ///< an office paper
void order_json(std::string_view bytes);  ///< an order as JSON
void plan(std::string_view bytes);        ///< a yearly plan as CSV, and written again
void plan_score(std::string_view bytes);  ///< indicators as JSON, scored
void settings(std::string_view bytes);    ///< the file of settings, and each of them
void sheet(std::string_view bytes); ///< parts of an XLSX file, parted by NUL, in a sound archive
void text(std::string_view bytes);  ///< encoding, spelling, words, letters
void upload(std::string_view bytes);
void url(std::string_view bytes);  ///< targets, queries, cookies, addresses
void xlsx(std::string_view bytes); ///< an XLSX file

struct Target {
    std::string_view name; ///< that of its file and of its corpus; ends in NUL
    void (*run)(std::string_view bytes);
};
std::span<Target const> targets();

} // namespace udb::fuzz
