// What proves a paper, on both databases: the signed copy, the sending, the letter that a team owes
// (C23 §5), and what anybody may verify.
#include "modules/papers/tests/office.hpp"
#include "platform/digest.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::papers;

namespace {

constexpr std::string_view scan = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

Proving signed_copy(Id<IssuedPaper> paper) {
    return {.paper = paper,
            .kind = ProofKind::signed_copy,
            .file = {.name = "স্বাক্ষরিত.pdf",
                     .media_type = "application/pdf",
                     .sha256 = sha256_hex(scan),
                     .size = static_cast<std::int64_t>(scan.size())}};
}

Proving sending(Id<IssuedPaper> paper, std::optional<Date> day,
                std::optional<Channel> channel = Channel::email) {
    auto proving = signed_copy(paper);
    proving.kind = ProofKind::sending;
    proving.sent_on = day;
    proving.channel = channel;
    return proving;
}

Done kept(Office_ const& office, Actor const& actor, Proving const& proving) {
    return office.as(actor, [&](Work& w) { return keep_proof(w, proving); });
}

std::vector<PaperProof> proofs(Office_ const& office, Id<IssuedPaper> id) {
    return office.database.read([&](Db& db) { return proofs_of(db, id); });
}

/// The letter of the demo's ministry.
PaperLine letter_of(Office_ const& office) {
    auto const lines =
        office.database.read([&](Db& db) { return informing_papers(db, {office.path}); });
    auto const own = std::ranges::find(lines, office.id, &PaperLine::office);
    REQUIRE(own != lines.end());
    return *own;
}

} // namespace

TEST_CASE("a signed copy is kept with an issued paper, and only there") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const id = office.approved(small());
        auto const early = kept(office, office.secretary(), signed_copy(id));
        REQUIRE_FALSE(early);
        CHECK(early.error().message.key == "papers.proof_not_yet");
        REQUIRE(office.issued(id, ""));
        CHECK_FALSE(kept(office, office.actor(7, Role::member), signed_copy(id)));
        CHECK(proofs(office, id).empty());

        REQUIRE(kept(office, office.secretary(), signed_copy(id)));
        auto const all = proofs(office, id);
        REQUIRE(all.size() == 1);
        CHECK(all[0].kind == ProofKind::signed_copy);
        CHECK(all[0].file.sha256 == sha256_hex(scan));
        CHECK_FALSE(is_sent(all));
        auto const events =
            office.database.read([&](Db& db) { return events_of(db, as_record(id)); });
        CHECK(events.front().kind == "paper.signed_copy_kept");
    });
}

TEST_CASE("a sending has its day, not ahead and not before the issue, and its way") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const id = office.approved(small());
        REQUIRE(office.issued(id, ""));
        struct Case {
            std::optional<Date> day;
            std::optional<Channel> channel;
            std::string_view field; ///< empty: taken
        };
        Case const cases[] = {{{}, Channel::email, "sent_on"},
                              {today + days{1}, Channel::email, "sent_on"},
                              {today - days{1}, Channel::email, "sent_on"},
                              {today, {}, "channel"},
                              {today, Channel::dnothi, ""}};
        for (auto const& c : cases) {
            CAPTURE(c.field);
            auto const done = kept(office, office.secretary(), sending(id, c.day, c.channel));
            CHECK(static_cast<bool>(done) == c.field.empty());
            if (!done) CHECK(done.error().fields.at(0).field == c.field);
        }
        auto const all = proofs(office, id);
        REQUIRE(all.size() == 1);
        CHECK(all[0].sent_on == today);
        CHECK(all[0].channel == Channel::dnothi);
        CHECK(is_sent(all));
    });
}

TEST_CASE("C23 §5: a team in force owes its letter until the proof is there") {
    with_office([](Office_ const& office) {
        auto const letter = letter_of(office);
        CHECK(letter.stage == Stage::draft);
        auto const record = office.paper(letter.id);
        CHECK(record.informs);
        CHECK(record.paper.recipients.starts_with("মন্ত্রিপরিষদ সচিব"));
        CHECK_FALSE(hinders(check(record.paper)));

        auto const no =
            office.as(office.secretary(), [&](Work& w) { return discard(w, record.header); });
        REQUIRE_FALSE(no);
        CHECK(no.error().message.key == "papers.informing_needed");

        office.number_itself();
        office.bring(letter.id);
        REQUIRE(office.issued(letter.id, ""));
        CHECK(letter_of(office).stage == Stage::issued); // waits for its proof
        REQUIRE(office.as(office.leader(), [&](Work& w) {
            return cancel(w, find_paper(w.db, letter.id)->header, "ভুল তারিখ");
        }));
        auto const again = letter_of(office); // the duty outlives its letter
        CHECK(again.id != letter.id);
        CHECK(again.stage == Stage::draft);
        office.bring(again.id);
        REQUIRE(office.issued(again.id, ""));
        REQUIRE(kept(office, office.secretary(), sending(again.id, today)));
        auto const waiting =
            office.database.read([&](Db& db) { return informing_papers(db, {office.path}); });
        CHECK(std::ranges::find(waiting, again.id, &PaperLine::id) == waiting.end());
    });
}

TEST_CASE("what was told by other means is proved on the draft, which may then be discarded") {
    with_office([](Office_ const& office) {
        auto const letter = letter_of(office);
        REQUIRE(kept(office, office.secretary(), sending(letter.id, today - days{90})));
        REQUIRE(office.as(office.secretary(), [&](Work& w) {
            return discard(w, find_paper(w.db, letter.id)->header);
        }));
    });
}

TEST_CASE("re-forming a team drafts a new letter, in the place of one that was never sent on") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const before = letter_of(office);
        auto const team =
            *office.database.read([&](Db& db) { return teams::team_of(db, office.id); });
        auto const made = office.as(office.actor(9, Role::administrator),
                                    [&](Work& w) -> Result<Id<TeamComposition>> {
                                        TRY(teams::begin_again(w, team.id()));
                                        return teams::draft_of(w.db, team.id(), today)->id;
                                    });
        REQUIRE(made);
        auto const paper = office.database.read(
            [&](Db& db) { return draft_for(db, *made, {}, bangla_words(), today); });
        REQUIRE(paper);
        auto other = *paper;
        other.kind = PaperKind::letter; // a letter forms no team
        auto const no = office.as(office.secretary(),
                                  [&](Work& w) { return draft(w, office.id, other, *made); });
        REQUIRE_FALSE(no);
        CHECK(no.error().fields.at(0).field == "kind");
        auto const id = office.as(office.secretary(),
                                  [&](Work& w) { return draft(w, office.id, *paper, *made); });
        REQUIRE(id);
        office.bring(*id);
        REQUIRE(office.issued(*id, ""));
        CHECK(office.paper(before.id).stage == Stage::discarded);
        auto const after = letter_of(office);
        CHECK(after.id != before.id);
        auto const told = office.paper(after.id);
        CHECK(told.informs == *made);
        CHECK(told.paper.about.find("পুনর্গঠন") != std::string::npos);
        CHECK(told.paper.blocks.at(0).text.find(office.paper(*id).issued->memo)
              != std::string::npos);
        CHECK(office.paper(*id).stage == Stage::issued);
    });
}

TEST_CASE(
    "anybody may verify an issued paper: its facts, its PDF, its signed copy, no other file") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const id = office.approved(small());
        auto const draft = office.drafted(small());
        REQUIRE(office.issued(id, ""));
        REQUIRE(kept(office, office.secretary(), signed_copy(id)));
        auto const file = *office.database.read([&](Db& db) { return file_of(db, id); });
        Actor guest;
        guest.assignments = {{Role::guest, "/"}};
        test::Site const site(office.database, modules, guest, noon);

        auto const page = site.get("/verify/" + to_string(id));
        CHECK(page.status == 200);
        CHECK(test::says(page, file.sha256));
        CHECK(test::says(page, office.paper(id).issued->memo));
        CHECK(site.get("/verify/" + to_string(draft)).status == 404);
        CHECK(site.get("/verify/x").status == 404);

        struct Case {
            std::string bytes;
            std::string_view says;
        };
        auto changed = file.pdf;
        changed[changed.size() / 2] ^= 1;
        Case const cases[] = {{file.pdf, "হুবহু সেটিই"},
                              {std::string(scan), "স্বাক্ষরিত অনুলিপি, হুবহু"},
                              {changed, "কোনো পত্র নয়"},
                              {"", "একটি ফাইল বেছে নিন"}};
        for (auto const& c : cases) {
            CAPTURE(c.says);
            auto const answer =
                c.bytes.empty() ? site.post("/verify", {})
                                : site.post("/verify", {}, test::Site::File{"পত্র.pdf", c.bytes});
            CHECK(answer.status == (c.bytes.empty() ? 422 : 200));
            CHECK(test::says(answer, c.says));
        }
        REQUIRE(office.as(office.leader(), [&](Work& w) {
            return cancel(w, find_paper(w.db, id)->header, "ভুল তালিকা");
        }));
        CHECK(test::says(site.post("/verify", {}, test::Site::File{"পত্র.pdf", file.pdf}),
                         "পরে বাতিল করা হয়েছে"));
        CHECK(site.get("/papers/" + to_string(id) + "/proofs/1").status == 404);
    });
}
