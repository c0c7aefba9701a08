// Compares written titles and units with the posts of an office.
#include "modules/teams/matching.hpp"

#include "bangla/text/search_key.hpp"
#include "bangla/text/similarity.hpp"

#include <algorithm>
#include <array>

namespace udb::teams {
namespace {

constexpr double slip = 0.85; ///< units at least this alike are the same with a slip
constexpr std::size_t near_most = 5;

/// What kind of unit a name says, in folded spelling.
struct UnitName {
    std::string stem;
    std::string kind;
};

UnitName unit_name(std::string_view written) {
    static std::array<std::string, 9> const kinds = [] {
        std::array<std::string, 9> folded;
        constexpr std::array<std::string_view, 9> all{
            "অনুবিভাগ", "অধিশাখা", "শাখা", "সেল", "ইউনিট", "wing", "branch", "section", "cell"};
        for (std::size_t i = 0; i < all.size(); ++i)
            folded[i] = bangla::search_key(all[i]);
        return folded;
    }();
    UnitName name{.stem = bangla::search_key(written), .kind = {}};
    for (auto const& kind : kinds)
        if (name.stem.size() > kind.size() + 1 && name.stem.ends_with(" " + kind)) {
            name.stem.resize(name.stem.size() - kind.size() - 1);
            name.kind = kind;
            break;
        }
    return name;
}

/// 1 the same; between, how alike; 0 when two kinds of unit contradict each other.
double alike(UnitName const& written, SeatPost const& post) {
    double best = 0;
    for (auto const& text : {post.unit.bn, post.unit.en}) {
        if (text.empty()) continue;
        auto const own = unit_name(text);
        if (!own.kind.empty() && !written.kind.empty() && own.kind != written.kind) continue;
        best = std::max(
            best, own.stem == written.stem ? 1.0 : bangla::similarity(own.stem, written.stem));
    }
    return best;
}

bool titled(SeatPost const& post, std::string const& title) {
    if (auto const rank = rank_named(title); rank && post.rank != Rank::other)
        return post.rank == *rank;
    auto const key = bangla::search_key(title);
    return !key.empty()
           && (bangla::search_key(post.title.bn) == key
               || bangla::search_key(post.title.en) == key);
}

struct Fit {
    SeatPost const* post;
    double alike;
};

/// All posts of that title, the most alike in unit first.
std::vector<Fit> fits(std::string const& title, std::string const& unit,
                      std::span<SeatPost const> posts) {
    std::vector<Fit> found;
    auto const written = unit_name(unit);
    for (auto const& post : posts)
        if (titled(post, title)) {
            bool const none_asked = written.stem.empty();
            bool const none_there = post.unit.bn.empty() && post.unit.en.empty();
            found.push_back({&post, none_asked ? (none_there ? 1.0 : 0.9) : alike(written, post)});
        }
    std::ranges::stable_sort(found, std::greater{}, &Fit::alike);
    return found;
}

MatchedSeat match(WrittenSeat const& written, std::span<SeatPost const> posts) {
    MatchedSeat out;
    auto& seat = out.seat;
    seat.role = term_with_id<SeatRole>(written.role).value_or(SeatRole::member);
    seat.unit.bn = written.unit;
    std::vector<Fit> near;
    std::vector<std::string> missing;
    for (auto const& title : written.posts) {
        seat.post_text.bn += (seat.post_text.bn.empty() ? "" : "/") + title;
        auto const found = fits(title, written.unit, posts);
        bool const sure = !found.empty() && found[0].alike >= slip
                          && (found.size() == 1 || found[1].alike < found[0].alike);
        if (sure && seat.posts.size() < seat_posts_max
            && std::ranges::find(seat.posts, found[0].post->id, &SeatPost::id) == seat.posts.end())
            seat.posts.push_back(*found[0].post);
        if (!sure) {
            missing.push_back(title);
            near.insert(near.end(), found.begin(), found.end());
        }
    }
    if (!seat.posts.empty()) {
        out.missing = std::move(missing);
        return out;
    }
    std::ranges::stable_sort(near, std::greater{}, &Fit::alike);
    for (auto const& fit : near)
        if (out.near.size() < near_most) out.near.push_back(*fit.post);
    return out;
}

} // namespace

std::vector<MatchedSeat> matched(std::span<WrittenSeat const> seats,
                                 std::span<SeatPost const> posts) {
    std::vector<MatchedSeat> out;
    for (auto const& written : seats) {
        out.push_back(match(written, posts));
        out.back().seat.no = static_cast<int>(out.size());
    }
    return out;
}

} // namespace udb::teams
