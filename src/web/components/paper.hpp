// An official paper as it will look: sheet, head, memo and dates, title, body, signature, copies.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

/// Secretariat Instructions 2024: the parts of an office order, from the top of the sheet.
struct Paper {
    std::vector<std::string> head;           ///< government, ministry, section, web address
    std::string memo = {};                   ///< "নম্বর: …"; may be empty while a draft
    std::string bangla_date = {};            ///< upper line of the date
    std::string gregorian_date = {};         ///< lower line
    std::string title = {};                  ///< "অফিস আদেশ"
    Html body;                               ///< paragraphs, lists, tables
    std::vector<std::string> signature = {}; ///< name, post, telephone, email
    Html below = {};                         ///< recipients, under the signature
    Html mark = {};                          ///< what it is verified by, at the foot
    std::string copies_head = {};            ///< "অবগতি ও প্রয়োজনীয় ব্যবস্থার জন্য অনুলিপি: …"
    std::vector<std::string> copies = {};    ///< each with its number as written
    std::string stamp = {};           ///< "খসড়া", "বাতিল": across the top; empty when in force
    Html annexes = {};                ///< each beginning with its heading
    Language language = Language::bn; ///< of the paper, whatever the reader's is
};

Html paper(Words const& words, Paper const& paper);

} // namespace udb::ui
