// The state of something, in words, with a picture and a colour that say the same.
#pragma once

#include "kernel/words.hpp"
#include "web/components/icon.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Status {
    enum class Tone {
        good,    ///< met, in force, done
        bad,     ///< not met, cancelled
        unsure,  ///< cannot tell
        waiting, ///< draft, awaiting approval
        plain,   ///< a kind, a tier: no judgement
        past,    ///< superseded, former
    };
    std::string text; ///< one to three words, in the reader's language
    Tone tone = Tone::plain;
};

Html status(Status const& status);

/// What a rule says: met, partly met, not met, cannot tell.
enum class Verdict { met, partly, not_met, cannot_tell };
Html verdict(Words const& words, Verdict verdict);

/// The verdict on the whole, large, with a sentence beneath.
struct VerdictBanner {
    Verdict verdict = Verdict::cannot_tell;
    std::string sentence; ///< "দশটি বিধির আটটি পূরণ হয়েছে।"
    Html more = {};       ///< a link, an act
};
Html verdict_banner(Words const& words, VerdictBanner const& banner);

/// One rule in a list of rules: its verdict, what it asks, who satisfies it, what would mend it.
struct RuleLine {
    Verdict verdict = Verdict::cannot_tell;
    std::string name = {}; ///< of the verdict, where it has a word of its own: "পালিত"
    std::string paragraph; ///< "অনুচ্ছেদ ২"
    std::string asks;      ///< what the rule asks, one sentence
    std::string by = {};   ///< who satisfies it
    std::string mend = {}; ///< what would mend it
    Html more = {};        ///< a recorded exception, a link
};
Html rule_list(Words const& words, std::vector<RuleLine> const& rules);

} // namespace udb::ui
