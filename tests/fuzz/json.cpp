// A body that a program sends to the API, read as a record of the register of posts.
#include "registers/api/json.hpp"

#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "modules/offices/office.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace udb::fuzz {

void json(std::string_view bytes) {
    auto const& posts = offices::post_register;
    auto const body = parse_object(bytes);
    if (!body) return;
    auto const given = given_in(posts, *body);
    auto const post = parse(posts, given.form);
    if (!post || !given.wrong.empty()) return;
    // The record as the API shows it is a body that gives the same record.
    std::vector<std::string> values;
    for (auto const& field : posts.fields)
        values.push_back(field.write(&*post));
    auto const shown = record_json(posts, {}, values, {});
    auto const again = given_in(posts, shown);
    ENSURE(again.wrong.empty(), "what is shown may be sent");
    auto const same = parse(posts, again.form);
    ENSURE(same && changes(posts.fields, &*post, &*same).empty(),
           "what is shown, sent again, changes nothing");
}

} // namespace udb::fuzz
