// The statements of papers.
#include "modules/papers/store.hpp"

#include "host/search.hpp"
#include "platform/digest.hpp"

#include <algorithm>

namespace udb::papers {
namespace {

constexpr std::string_view line_columns =
    "p.id, r.title_bn, r.title_en, p.memo, p.kind, r.stage, p.issued_on, p.office, o.name_bn, "
    "o.name_en, r.office_path";
constexpr std::string_view line_tables =
    " from papers p join records r on r.id = p.id join offices o on o.id = p.office";

template <class E>
E term(Row const& row, int at, E otherwise) {
    return term_with_id<E>(row.get<std::string_view>(at)).value_or(otherwise);
}

PaperLine line_of(Row const& row) {
    return {.id = row.get<Id<IssuedPaper>>(0),
            .about = {row.get<std::string>(1), row.get<std::string>(2)},
            .memo = row.get<std::string>(3),
            .kind = term(row, 4, PaperKind::office_order),
            .stage = term(row, 5, Stage::draft),
            .issued_on = row.get<std::optional<Date>>(6),
            .office = row.get<Id<Office>>(7),
            .office_name = {row.get<std::string>(8), row.get<std::string>(9)},
            .office_path = row.get<std::string>(10)};
}

void load_rows(Db& db, PaperRecord& record) {
    auto const id = record.header.id;
    for (auto const& row : db.all(
             "select kind, number, text from paper_blocks where paper = ? order by position", id))
        record.paper.blocks.push_back({.kind = term(row, 0, BlockKind::paragraph),
                                       .number = row.get<std::string>(1),
                                       .text = row.get<std::string>(2)});
    for (auto const& row :
         db.all("select text, copies from paper_copies where paper = ? order by position", id))
        record.paper.copies.push_back(
            {.text = row.get<std::string>(0), .copies = row.get<std::optional<std::int64_t>>(1)});
}

} // namespace

std::optional<PaperRecord> find_paper(Db& db, Id<IssuedPaper> id) {
    auto header = find_record(db, paper_kind, as_record(id));
    if (!header) return {};
    auto const row =
        db.one("select office, kind, style, head, website, signer_name, signer_post, "
               "signer_contacts, composition, drafter, submitter, approver, "
               "sent_back, memo, source, issued_on, replaced_by, cancel_reason, team, "
               "reference_lines, enclosures, recipients, informs from papers where id = ?",
               id);
    if (!row) return {};
    auto const& r = *row;
    PaperRecord record{.header = *header, .office = r.get<Id<Office>>(0)};
    record.stage = term_with_id<Stage>(header->stage).value_or(Stage::draft);
    auto& paper = record.paper;
    paper.kind = term(r, 1, PaperKind::office_order);
    paper.style = term(r, 2, Style::cholit);
    paper.about = header->title.bn;
    paper.head = r.get<std::string>(3);
    paper.website = r.get<std::string>(4);
    paper.signer = {.name = r.get<std::string>(5),
                    .post = r.get<std::string>(6),
                    .contacts = r.get<std::string>(7)};
    paper.references = r.get<std::string>(19);
    paper.enclosures = r.get<std::string>(20);
    paper.recipients = r.get<std::string>(21);
    auto const id_at = [&]<class T>(int at, Id<T> none) {
        return r.get<std::optional<Id<T>>>(at).value_or(none);
    };
    record.hands = {.drafter = id_at(9, Id<Account>{}), .submitter = id_at(10, Id<Account>{})};
    for (auto const& editor : db.all("select account from paper_editors where paper = ?", id))
        record.hands.editors.push_back(editor.get<Id<Account>>(0));
    record.composition = id_at(8, Id<TeamComposition>{});
    record.team = id_at(18, Id<Team>{});
    record.informs = id_at(22, Id<TeamComposition>{});
    record.replaced_by = id_at(16, Id<IssuedPaper>{});
    record.approver = id_at(11, Id<Account>{});
    record.sent_back = r.get<std::string>(12);
    if (auto const day = r.get<std::optional<Date>>(15))
        record.issued = IssueFacts{.memo = r.get<std::string>(13), .date = *day};
    record.source = term_with_id<NumberSource>(r.get<std::string_view>(14));
    record.cancel_reason = r.get<std::string>(17);
    load_rows(db, record);
    return record;
}

std::optional<PaperFile> file_of(Db& db, Id<IssuedPaper> id) {
    auto const row = db.one("select sha256, pdf from paper_files where paper = ?", id);
    if (!row) return {};
    auto const bytes = row->get<Blob>(1);
    return PaperFile{.sha256 = row->get<std::string>(0),
                     .pdf = {reinterpret_cast<char const*>(bytes.data()), bytes.size()}};
}

namespace {

/// Those of which `what` is true in the offices of `paths`, and below them.
std::vector<PaperLine> lines_below(Db& db, std::vector<std::string> const& paths,
                                   std::string_view what) {
    if (paths.empty()) return {};
    Condition where{.sql = " where " + std::string(what) + " and (1 = 0"};
    for (auto const& path : paths) {
        auto const own = below("r.office_path", path);
        where.sql += " or (1 = 1" + own.sql + ')';
        where.texts.insert(where.texts.end(), own.texts.begin(), own.texts.end());
    }
    std::vector<Param> const params(where.texts.begin(), where.texts.end());
    std::vector<PaperLine> lines;
    for (auto const& row :
         db.all_of("select " + std::string(line_columns) + std::string(line_tables) + where.sql
                       + ") order by p.id limit 50",
                   params))
        lines.push_back(line_of(row));
    return lines;
}

} // namespace

std::vector<PaperLine> waiting_papers(Db& db, std::vector<std::string> const& paths) {
    return lines_below(db, paths, "r.stage in ('submitted', 'approved')");
}

std::vector<PaperLine> papers_lately(Db& db, Id<Office> office, Date since, int most) {
    std::vector<PaperLine> lines;
    for (auto const& row : db.all("select " + std::string(line_columns) + std::string(line_tables)
                                      + " where p.office = ? and (r.stage in ('draft', "
                                        "'submitted', 'approved') or r.stage = 'issued' and "
                                        "p.issued_on >= ?) order by p.id desc limit ?",
                                  office, since, most))
        lines.push_back(line_of(row));
    return lines;
}

NumberSeries series_of(Db& db, Id<Office> office) {
    auto const row = db.one(
        "select source, base, year, last, version from number_series where office = ?", office);
    if (!row) return {};
    return {.source = term(*row, 0, NumberSource::dnothi),
            .base = row->get<std::string>(1),
            .year = static_cast<int>(row->get<std::int64_t>(2)),
            .last = row->get<std::int64_t>(3),
            .version = row->get<std::int64_t>(4)};
}

bool save_series(Db& db, Id<Office> office, NumberSeries const& s) {
    auto const source = id_of(s.source);
    if (s.version == 0) {
        if (series_of(db, office).version != 0) return false;
        db.run("insert into number_series (office, source, base, year, last, version) "
               "values (?, ?, ?, ?, ?, 1)",
               office, source, s.base, std::int64_t{s.year}, s.last);
        return true;
    }
    return db.run("update number_series set source = ?, base = ?, year = ?, last = ?, "
                  "version = version + 1 where office = ? and version = ?",
                  source, s.base, std::int64_t{s.year}, s.last, office, s.version)
           == 1;
}

std::string search_text(OfficePaper const& paper) {
    std::string text = paper.head;
    for (auto const* lines : {&paper.references, &paper.enclosures, &paper.recipients})
        if (!lines->empty()) (text += '\n') += *lines;
    for (auto const& block : paper.blocks)
        (text += '\n') += block.text;
    ((text += '\n') += paper.signer.name) += ", " + paper.signer.post;
    for (auto const& copy : paper.copies)
        (text += '\n') += copy.text;
    return text;
}

std::string search_text(Db& db, Id<Record> id) {
    auto const record = find_paper(db, as<IssuedPaper>(id));
    return record ? search_text(record->paper) : std::string{};
}

void insert_paper(Db& db, PaperRecord const& record) {
    auto const& p = record.paper;
    db.run("insert into papers (id, office, kind, style, head, website, signer_name, signer_post, "
           "signer_contacts, composition, team, drafter, informs) "
           "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           record.header.id, record.office, id_of(p.kind), id_of(p.style), p.head, p.website,
           p.signer.name, p.signer.post, p.signer.contacts, record.composition, record.team,
           record.hands.drafter, record.informs ? std::optional(record.informs) : std::nullopt);
    save_texts(db, record.header.id, p);
}

void save_texts(Db& db, Id<Record> id, OfficePaper const& p) {
    db.run("update papers set kind = ?, style = ?, head = ?, website = ?, reference_lines = ?, "
           "enclosures = ?, recipients = ?, signer_name = ?, signer_post = ?, signer_contacts = ? "
           "where id = ?",
           id_of(p.kind), id_of(p.style), p.head, p.website, p.references, p.enclosures,
           p.recipients, p.signer.name, p.signer.post, p.signer.contacts, id);
    db.run("delete from paper_blocks where paper = ?", id);
    db.run("delete from paper_copies where paper = ?", id);
    std::int64_t position = 0;
    for (auto const& b : p.blocks)
        db.run("insert into paper_blocks (paper, position, kind, number, text) "
               "values (?, ?, ?, ?, ?)",
               id, ++position, id_of(b.kind), b.number, b.text);
    position = 0;
    for (auto const& c : p.copies)
        db.run("insert into paper_copies (paper, position, text, copies) values (?, ?, ?, ?)", id,
               ++position, c.text, c.copies);
    index_body(db, id, search_text(p));
}

std::optional<PaperLine> paper_with_key(Db& db, std::string_view key) {
    auto const row = db.one("select " + std::string(line_columns) + std::string(line_tables)
                                + " where p.memo_base = ?",
                            key);
    if (!row) return {};
    return line_of(*row);
}

std::optional<Id<IssuedPaper>> paper_numbered(Db& db, std::string_view memo, Id<Office> office) {
    auto const found = paper_with_key(db, memo_key(memo, office));
    if (!found) return {};
    return found->id;
}

std::optional<PaperLine> open_paper_for(Db& db, Id<TeamComposition> composition) {
    auto const row = db.one("select " + std::string(line_columns) + std::string(line_tables)
                                + " where p.composition = ? "
                                  "and r.stage in ('draft', 'submitted', 'approved')",
                            composition);
    if (!row) return {};
    return line_of(*row);
}

namespace {

std::vector<Id<IssuedPaper>> ids_where(Db& db, std::string const& what,
                                       std::vector<Param> const& params) {
    std::vector<Id<IssuedPaper>> ids;
    for (auto const& row : db.all_of("select p.id from papers p join records r on r.id = p.id "
                                     "where "
                                         + what + " order by p.id",
                                     params))
        ids.push_back(row.get<Id<IssuedPaper>>(0));
    return ids;
}

} // namespace

std::vector<Id<IssuedPaper>> papers_in_force_of(Db& db, Id<Team> team, Id<IssuedPaper> but) {
    return ids_where(db, "p.team = ? and p.informs is null and r.stage = 'issued' and p.id <> ?",
                     {team, but});
}

std::vector<Id<IssuedPaper>> informing_drafts(Db& db, Id<Team> team) {
    return ids_where(db, "p.team = ? and p.informs is not null and r.stage = 'draft'", {team});
}

void keep_issue(Db& db, IssuedRow const& row) {
    db.run("update papers set memo = ?, memo_base = ?, source = ?, issued_on = ? where id = ?",
           row.facts.memo, row.key, id_of(row.source), row.facts.date, row.paper);
    db.run("insert into paper_files (paper, sha256, pdf) values (?, ?, ?)", row.paper,
           sha256_hex(row.pdf), std::as_bytes(std::span<char const>(row.pdf)));
}

void keep_editor(Db& db, Id<Record> paper, Id<Account> account) {
    if (!account) return;
    db.run("insert into paper_editors (paper, account) values (?, ?) on conflict do nothing", paper,
           account);
}

std::vector<PaperProof> proofs_of(Db& db, Id<IssuedPaper> id) {
    auto const files = attachments_of(db, as_record(id));
    std::vector<PaperProof> proofs;
    for (auto const& row :
         db.all("select attachment, kind, sent_on, channel from paper_proofs where paper = ? "
                "order by attachment desc",
                id)) {
        auto const file = std::ranges::find(files, row.get<Id<Attachment>>(0), &Attachment::id);
        if (file == files.end()) continue;
        PaperProof proof{.file = *file,
                         .kind = term(row, 1, ProofKind::signed_copy),
                         .sent_on = row.get<std::optional<Date>>(2)};
        if (auto const channel = row.get<std::optional<std::string>>(3))
            proof.channel = term_with_id<Channel>(*channel);
        proofs.push_back(std::move(proof));
    }
    return proofs;
}

void insert_proof(Db& db, Id<IssuedPaper> paper, PaperProof const& proof) {
    std::optional<std::string_view> channel;
    if (proof.channel) channel = id_of(*proof.channel);
    db.run("insert into paper_proofs (attachment, paper, kind, sent_on, channel) "
           "values (?, ?, ?, ?, ?)",
           proof.file.id, paper, id_of(proof.kind), proof.sent_on, channel);
}

std::optional<PaperFound> paper_with_bytes(Db& db, std::string_view sha256) {
    if (auto const row = db.one("select paper from paper_files where sha256 = ?", sha256))
        return PaperFound{.paper = row->get<Id<IssuedPaper>>(0)};
    auto const row = db.one("select p.paper from paper_proofs p join attachments a "
                            "on a.id = p.attachment where a.sha256 = ? and p.kind = 'signed_copy' "
                            "order by p.attachment desc limit 1",
                            sha256);
    if (!row) return {};
    return PaperFound{.paper = row->get<Id<IssuedPaper>>(0), .signed_copy = true};
}

std::vector<PaperLine> informing_papers(Db& db, std::vector<std::string> const& paths) {
    return lines_below(
        db, paths,
        "p.informs is not null and r.stage in ('draft', 'issued') and not exists "
        "(select 1 from paper_proofs x where x.paper = p.id and x.kind = 'sending')");
}

std::optional<PaperLine> informing_paper(Db& db, Id<TeamComposition> composition) {
    auto const row =
        db.one("select " + std::string(line_columns) + std::string(line_tables)
                   + " where p.informs = ? and r.stage not in ('cancelled', 'discarded') "
                     "order by p.id desc limit 1",
               composition);
    if (!row) return {};
    return line_of(*row);
}

void keep_informs(Db& db, Id<IssuedPaper> paper, Id<TeamComposition> composition) {
    db.run("update papers set informs = ? where id = ?", composition, paper);
}

void keep_hands(Db& db, PaperRecord const& r) {
    db.run("update papers set submitter = ?, approver = ?, sent_back = ? where id = ?",
           r.hands.submitter, r.approver, r.sent_back, r.header.id);
}

void keep_end(Db& db, PaperRecord const& r) {
    db.run("update papers set replaced_by = ?, cancel_reason = ? where id = ?", r.replaced_by,
           r.cancel_reason, r.header.id);
}

} // namespace udb::papers
