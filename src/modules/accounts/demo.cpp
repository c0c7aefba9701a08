// The demo's accounts: for each kind of person who works with the product one, with a password that
// everybody knows.
#include "modules/accounts/demo.hpp"

#include "base/ensure.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/store.hpp"
#include "modules/offices/demo.hpp"
#include "platform/password.hpp"

namespace udb::accounts {
namespace {

constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view cabinet = "মন্ত্রিপরিষদ বিভাগ";

constexpr DemoAccount accounts[] = {
    {"member-secretary",
     {"সদস্য-সচিব: প্রোগ্রামার, শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
      "Member-secretary: Programmer, Ministry of Labour and Employment"},
     "প্রোগ্রামার",
     "আইসিটি সেল",
     mole,
     ""},
    {"leader",
     {"চিফ ইনোভেশন অফিসার: অতিরিক্ত সচিব, শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
      "Chief innovation officer: Additional Secretary, Ministry of Labour and Employment"},
     "অতিরিক্ত সচিব",
     "প্রশাসন অনুবিভাগ",
     mole,
     ""},
    {"secretary",
     {"দপ্তরপ্রধান: সচিব, শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
      "Head of office: Secretary, Ministry of Labour and Employment"},
     "সচিব",
     "",
     mole,
     ""},
    {"member",
     {"টিমের সদস্য: যুগ্মসচিব (পরিকল্পনা), শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
      "Member: Joint Secretary (Planning), Ministry of Labour and Employment"},
     "যুগ্মসচিব",
     "পরিকল্পনা অধিশাখা",
     mole,
     ""},
    {"dc-gazipur",
     {"জেলা প্রশাসক, গাজীপুর", "Deputy Commissioner, Gazipur"},
     "জেলা প্রশাসক",
     "",
     "জেলা প্রশাসকের কার্যালয়, গাজীপুর",
     ""},
    {"uno-sreepur",
     {"উপজেলা নির্বাহী অফিসার, শ্রীপুর", "Upazila Nirbahi Officer, Sreepur"},
     "উপজেলা নির্বাহী অফিসার",
     "",
     "উপজেলা নির্বাহী অফিসারের কার্যালয়, শ্রীপুর, গাজীপুর",
     ""},
    {"cabinet",
     {"মন্ত্রিপরিষদ বিভাগের পর্যবেক্ষক", "Overseer at the Cabinet Division"},
     "যুগ্মসচিব",
     "ই-গভর্নেন্স অধিশাখা",
     cabinet,
     "overseer"},
    {"admin", {"ব্যবস্থাপক", "Administrator"}, "", "", mole, "administrator"},
};

/// Whoever holds the post today, or held it last: the demo's clock may stand anywhere.
std::optional<Id<Officer>> officer_in(Work& work, DemoAccount const& a) {
    auto const post = offices::post_named(work.db, a.office_bn, a.post_bn, a.unit_bn);
    if (!post) return {};
    auto const row = work.db.one("select officer from holdings where post = ? "
                                 "order by since desc, id desc limit 1",
                                 *post);
    if (!row) return {};
    return row->get<Id<Officer>>(0);
}

} // namespace

std::span<DemoAccount const> demo_accounts() { return accounts; }

Done tell_demo(Work& work) {
    auto const hash = hash_password(demo_password);
    for (auto const& a : accounts) {
        if (find_account(work.db, a.username)) continue;
        NewAccount account{.username = std::string(a.username),
                           .password_hash = hash,
                           .name = BilingualText(a.who),
                           .demo = true};
        if (!a.post_bn.empty()) {
            auto const officer = officer_in(work, a);
            if (!officer) continue; // the demo of people has not been told
            account.officer = *officer;
        }
        auto const id = TRY(add_account(work, account));
        if (a.role.empty()) continue;
        auto const office = work.db.one("select id from offices where name_bn = ?", a.office_bn);
        ENSURE(office, "an office of the demo");
        TRY(grant(work, *find_account(work.db, id), *term_with_id<Role>(a.role),
                  office->get<Id<Office>>(0)));
    }
    return {};
}

std::string demo_sign_ins() {
    std::string out;
    for (auto const& a : accounts) {
        std::string name{a.username};
        name.resize(std::max<std::size_t>(name.size(), 18), ' ');
        out += name + std::string(demo_password) + "  " + std::string(a.who.bn) + '\n';
    }
    return out;
}

} // namespace udb::accounts
