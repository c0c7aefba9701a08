#include "modules/duties/record/record_page_parts.hpp"

#include "modules/duties/office/page_parts.hpp"

namespace udb::duties {
namespace {

std::string sentence_of(PersonalRecord const& record, Words const& words) {
    std::vector<std::pair<std::string, Arg>> args{
        {"name", BilingualText{record.officer.officer.name_bn, record.officer.officer.name_en}},
        {"from", record.from},
        {"until", record.until}};
    if (record.post) {
        args.emplace_back("post", offices::label_of(record.post->post));
        return words("duties.certified_post", std::move(args));
    }
    if (!record.office) return words("duties.certified", std::move(args));
    args.emplace_back("office", BilingualText(record.office->office.name()));
    return words("duties.certified_office", std::move(args));
}

std::string heading_of(RecordGroup const& group, Words const& words) {
    return words("duties.record_group", {{"kind", BilingualText(group.title)},
                                         {"count", static_cast<std::int64_t>(group.lines.size())}});
}

} // namespace

std::string time_of(Contribution const& line, Words const& words) {
    if (!line.lasts) return words.date(line.from);
    if (!line.until) return words("duties.record_since", {{"from", line.from}});
    return words("duties.record_between", {{"from", line.from}, {"until", *line.until}});
}

std::string what_of(Contribution const& line, Words const& words) {
    auto const what = words(line.what);
    return line.how.key.empty() ? what : what + " — " + words(line.how);
}

std::vector<papers::PaperBlock> record_blocks(PersonalRecord const& record, Words const& words) {
    std::vector<papers::PaperBlock> blocks{{.text = sentence_of(record, words)}};
    for (auto const& group : record.groups) {
        blocks.push_back({.text = heading_of(group, words)});
        auto rows = papers::table_row({words("duties.record_what"), words("duties.record_when")});
        for (auto const& line : group.lines)
            rows += '\n' + papers::table_row({what_of(line, words), time_of(line, words)});
        blocks.push_back({.kind = papers::BlockKind::table, .text = std::move(rows)});
    }
    blocks.push_back({.text = words("duties.record_source")});
    return blocks;
}

bangla::Paper record_paper(PersonalRecord const& record, Words const& words, Date today) {
    auto const title = words("duties.certificate");
    bangla::Paper paper{.meta = {.title = title + ": " + record.officer.officer.name_bn,
                                 .author = words("ui.product"),
                                 .created = Instant{today}}};
    std::vector<std::string> head{words("duties.government")};
    if (record.office) head.push_back(record.office->office.name_bn);
    paper.blocks.push_back(
        bangla::Head{.lines = std::move(head),
                     .website = record.office ? record.office->office.website : std::string{}});
    paper.blocks.push_back(bangla::Title{.text = title});
    paper.blocks.push_back(bangla::Paragraph{.text = sentence_of(record, words)});
    for (auto const& group : record.groups) {
        paper.blocks.push_back(bangla::Heading{.text = heading_of(group, words)});
        bangla::Table table{.columns = {{.width = 5}, {.width = 2}},
                            .head = {{.cells = {{.text = words("duties.record_what")},
                                                {.text = words("duties.record_when")}}}}};
        for (auto const& line : group.lines)
            table.rows.push_back(
                {.cells = {{.text = what_of(line, words)}, {.text = time_of(line, words)}}});
        paper.blocks.push_back(std::move(table));
    }
    paper.blocks.push_back(
        bangla::Paragraph{.text = words("duties.record_source") + " "
                                  + words("duties.record_printed", {{"date", today}})});
    return paper;
}

} // namespace udb::duties
