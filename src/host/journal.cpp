#include "host/journal.hpp"

#include <array>
#include <cstring>

namespace udb::journal {
namespace {

/// Every value begins with what it is, and a text with its length: no two entries are written
/// alike.
class Writing {
public:
    explicit Writing(Sha256 const& before)
        : bytes_(reinterpret_cast<char const*>(before.data()), before.size()) {}

    Writing& number(std::int64_t value) {
        bytes_ += 'n';
        return eight(static_cast<std::uint64_t>(value));
    }
    Writing& number(std::optional<std::int64_t> const& value) {
        if (value) return number(*value);
        bytes_ += '0';
        return *this;
    }
    Writing& text(std::string_view value) {
        bytes_ += 't';
        eight(value.size());
        bytes_ += value;
        return *this;
    }
    std::string const& bytes() const { return bytes_; }

private:
    Writing& eight(std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes_ += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
        return *this;
    }

    std::string bytes_;
};

std::optional<Sha256> hash_of(Row const& row, int column) {
    auto const blob = row.get<std::optional<Blob>>(column);
    Sha256 hash{};
    if (!blob || blob->size() != hash.size()) return {};
    std::memcpy(hash.data(), blob->data(), hash.size());
    return hash;
}

/// Where a strand goes on.
struct End {
    std::int64_t number = 0;
    Sha256 hash = {};
};

/// Ends are left on the strand of a connection as they lie in memory.
std::string marked(End const& end) {
    std::string mark(sizeof end.number + end.hash.size(), '\0');
    std::memcpy(mark.data(), &end.number, sizeof end.number);
    std::memcpy(mark.data() + sizeof end.number, end.hash.data(), end.hash.size());
    return mark;
}

End end_of(Db& db) {
    auto const& strand = db.strand();
    End end;
    if (strand.mark.size() == sizeof end.number + end.hash.size()) {
        std::memcpy(&end.number, strand.mark.data(), sizeof end.number);
        std::memcpy(end.hash.data(), strand.mark.data() + sizeof end.number, end.hash.size());
        return end;
    }
    auto const row =
        db.one("select number, hash from events where strand = ? order by number desc limit 1",
               strand.number);
    if (!row) return end;
    auto const hash = hash_of(*row, 1);
    ENSURE(hash.has_value(), "the last entry of the journal has no hash");
    return {row->get<std::int64_t>(0), *hash};
}

/// The id is sealed too, so it must be known before the row is written.
std::int64_t next_id(Db& db) {
    return db
        .one(db.dialect() == Dialect::sqlite
                 ? "select coalesce(max(id), 0) + 1 from events"
                 : "select nextval(pg_get_serial_sequence('events', 'id'))")
        ->get<std::int64_t>(0);
}

constexpr std::string_view columns = "strand, number, id, at, kind, record_id, office_path, "
                                     "account_id, who_bn, who_en, details, hash";

Entry entry_of(Row const& row) {
    return {.strand = row.get<std::int64_t>(0),
            .number = row.get<std::int64_t>(1),
            .id = row.get<std::int64_t>(2),
            .at = row.get<Instant>(3),
            .kind = row.get<std::string>(4),
            .record = row.get<std::optional<std::int64_t>>(5),
            .office_path = row.get<std::string>(6),
            .account = row.get<std::optional<std::int64_t>>(7),
            .who_bn = row.get<std::string>(8),
            .who_en = row.get<std::string>(9),
            .details = row.get<std::string>(10)};
}

/// A portion at a time: an answer of PostgreSQL is whole in memory.
constexpr int portion = 1000;

/// Walks along the strands and notes what does not follow.
class Verifying {
public:
    explicit Verifying(std::span<Head const> exported)
        : exported_(exported), met_(exported.size(), false) {}

    void take(Entry const& entry, std::optional<Sha256> const& hash) {
        if (entry.strand != strand_) begin(entry.strand);
        ++done_.entries;
        follow(entry, hash);
        compare(entry, hash);
    }

    Verified done() && {
        begin(0);
        for (std::size_t i = 0; i < exported_.size(); ++i)
            if (!met_[i])
                problem({.kind = Problem::Kind::cut,
                         .strand = exported_[i].strand,
                         .number = exported_[i].number,
                         .at = exported_[i].at});
        return std::move(done_);
    }

private:
    void begin(std::int64_t strand) {
        if (last_.number > 0) done_.heads.push_back(last_);
        strand_ = strand;
        last_ = {.strand = strand};
        instead_.reset();
        lost_ = false;
        last_id_ = 0;
    }

    void follow(Entry const& entry, std::optional<Sha256> const& hash) {
        using Kind = Problem::Kind;
        if (entry.number <= last_.number) return named(Kind::inserted, entry);
        if (entry.number > last_.number + 1) {
            problem({.kind = Kind::missing,
                     .strand = strand_,
                     .number = last_.number + 1,
                     .last = entry.number - 1});
            lost_ = true;
        }
        auto const is = sealed(last_.hash, entry);
        if (!hash)
            named(Kind::unsealed, entry);
        else if (entry.id <= last_id_)
            named(Kind::out_of_place, entry);
        else if (!lost_ && is != *hash && (!instead_ || sealed(*instead_, entry) != *hash))
            named(Kind::altered, entry);
        // Where only the hash of this one was altered, the next still follows what it was.
        instead_ = is;
        lost_ = false;
        last_ = {entry.strand, entry.number, hash.value_or(is), entry.at};
        last_id_ = std::max(last_id_, entry.id);
    }

    void compare(Entry const& entry, std::optional<Sha256> const& hash) {
        for (std::size_t i = 0; i < exported_.size(); ++i) {
            auto const& head = exported_[i];
            if (head.strand != entry.strand || head.number != entry.number) continue;
            if (!met_[i] && hash != head.hash) named(Problem::Kind::rewritten, entry);
            met_[i] = true;
        }
    }

    void named(Problem::Kind kind, Entry const& entry) {
        problem({.kind = kind,
                 .strand = entry.strand,
                 .number = entry.number,
                 .id = entry.id,
                 .at = entry.at,
                 .event = entry.kind});
    }
    void problem(Problem found) {
        ++done_.problem_count;
        if (done_.problems.size() < Verified::named_max) done_.problems.push_back(std::move(found));
    }

    std::span<Head const> exported_;
    std::vector<bool> met_;
    Verified done_;
    std::int64_t strand_ = 0;
    Head last_;
    std::optional<Sha256> instead_;
    bool lost_ = false;
    std::int64_t last_id_ = 0;
};

/// In the order of their ids, as one strand.
void chain_earlier(Db& db) {
    End end;
    std::int64_t after = 0;
    for (;;) {
        std::vector<Entry> entries;
        for (auto const& row : db.all("select " + std::string(columns)
                                          + " from events where id > ? order by id limit ?",
                                      after, portion))
            entries.push_back(entry_of(row));
        if (entries.empty()) return;
        for (auto& entry : entries) {
            entry.strand = 1;
            entry.number = ++end.number;
            end.hash = sealed(end.hash, entry);
            db.run("update events set strand = ?, number = ?, hash = ? where id = ?", entry.strand,
                   entry.number, std::span<std::byte const>(end.hash), entry.id);
            after = entry.id;
        }
    }
}

} // namespace

Sha256 sealed(Sha256 const& before, Entry const& e) {
    Writing writing(before);
    writing.number(e.strand)
        .number(e.number)
        .number(e.id)
        .number(e.at.time_since_epoch().count())
        .text(e.kind)
        .number(e.record)
        .text(e.office_path)
        .number(e.account)
        .text(e.who_bn)
        .text(e.who_en)
        .text(e.details);
    return sha256(writing.bytes());
}

void append(Db& db, Entry entry) {
    auto end = end_of(db);
    entry.strand = db.strand().number;
    entry.number = end.number + 1;
    entry.id = next_id(db);
    end = {entry.number, sealed(end.hash, entry)};
    try {
        db.run(R"sql(
            insert into events (strand, number, id, at, kind, record_id, office_path, account_id,
                                who_bn, who_en, details, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        )sql",
               entry.strand, entry.number, entry.id, entry.at, entry.kind, entry.record,
               entry.office_path, entry.account, entry.who_bn, entry.who_en, entry.details,
               std::span<std::byte const>(end.hash));
    } catch (ConstraintViolation const& violation) {
        // Someone else has appended here since our snapshot; only where the strand is not ours.
        if (violation.kind() == ConstraintViolation::Kind::unique) db.run_again();
        throw;
    }
    db.strand().mark = marked(end);
}

std::vector<Head> heads(Db& db) {
    std::vector<Head> found;
    // From strand to strand by the index; there are many entries and few strands.
    for (std::int64_t strand = 0;;) {
        auto const next = db.one("select min(strand) from events where strand > ?", strand)
                              ->get<std::optional<std::int64_t>>(0);
        if (!next) return found;
        strand = *next;
        auto const row = db.one(
            "select number, hash, at from events where strand = ? order by number desc limit 1",
            strand);
        found.push_back({strand, row->get<std::int64_t>(0), hash_of(*row, 1).value_or(Sha256{}),
                         row->get<Instant>(2)});
    }
}

Verified verify(Db& db, std::span<Head const> exported, TellRead const& tell) {
    constexpr std::int64_t told_each = 100'000;
    Verifying verifying(exported);
    std::array<std::int64_t, 3> after{std::numeric_limits<std::int64_t>::min(), 0, 0};
    std::int64_t read = 0;
    for (bool more = true; more;) {
        more = false;
        // No `limit` on what a damaged row may hold: the tie of a number is broken by the id.
        for (auto const& row : db.all("select " + std::string(columns)
                                          + " from events where (strand, number, id) > (?, ?, ?) "
                                            "order by strand, number, id limit ?",
                                      after[0], after[1], after[2], portion)) {
            auto const entry = entry_of(row);
            verifying.take(entry, hash_of(row, 11));
            after = {entry.strand, entry.number, entry.id};
            more = true;
            if (++read % told_each == 0 && tell) tell(read);
        }
    }
    return std::move(verifying).done();
}

std::span<MigrationStep const> migration_steps() {
    static constexpr MigrationStep steps[] = {{"20261123_chain_events", chain_earlier}};
    return steps;
}

} // namespace udb::journal
