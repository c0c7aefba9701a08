# The architecture, as link rules. A library may use only what it names here.
add_library(udb_flags INTERFACE)
target_compile_features(udb_flags INTERFACE cxx_std_20)
target_compile_options(udb_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor)
# When it optimises, GCC 12 warns of its own std::string operator+ and of an empty std::optional (bugs 105651, 105562).
target_compile_options(udb_flags INTERFACE $<$<CONFIG:Release>:-Wno-restrict -Wno-maybe-uninitialized>)
target_include_directories(udb_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(UDB_WERROR)
    target_compile_options(udb_flags INTERFACE -Werror)
endif()
if(UDB_SANITIZE)
    target_compile_options(udb_flags INTERFACE -fsanitize=${UDB_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(udb_flags INTERFACE -fsanitize=${UDB_SANITIZE})
endif()

add_library(udb_test_main STATIC ${PROJECT_SOURCE_DIR}/tests/support/doctest_main.cpp)
target_link_libraries(udb_test_main PUBLIC udb_flags)
target_include_directories(udb_test_main PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(udb_test_main PUBLIC
    UDB_SOURCE_DIR="${PROJECT_SOURCE_DIR}" DOCTEST_CONFIG_SUPER_FAST_ASSERTS)

# udb_embed(TARGET SYMBOL BASE FILES...): the bytes of FILES, named relative to BASE, are linked into
# TARGET as `std::span<udb::EmbeddedFile const> udb::embedded::SYMBOL()` (base/embedded.hpp).
function(udb_embed target symbol base)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
    set(assembly "")
    set(externs "")
    set(rows "")
    set(n 0)
    foreach(file ${ARGN})
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${base} OUTPUT_VARIABLE name)
        string(APPEND assembly
            "    \".global udb_${symbol}_${n}\\nudb_${symbol}_${n}:\\n.incbin \\\"${file}\\\"\\n\"\n"
            "    \".global udb_${symbol}_${n}_end\\nudb_${symbol}_${n}_end:\\n.byte 0\\n\"\n")
        string(APPEND externs "extern char const udb_${symbol}_${n}[];\nextern char const udb_${symbol}_${n}_end[];\n")
        string(APPEND rows "    {\"${name}\", {udb_${symbol}_${n}, static_cast<std::size_t>(udb_${symbol}_${n}_end - udb_${symbol}_${n})}},\n")
        math(EXPR n "${n} + 1")
    endforeach()
    file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made by cmake/layers.cmake.
#include \"base/embedded.hpp\"
__asm__(\".section .rodata\\n\"
${assembly}    \".previous\\n\");
extern \"C\" {
${externs}}
namespace udb::embedded {
std::span<EmbeddedFile const> ${symbol}();
std::span<EmbeddedFile const> ${symbol}() {
    static EmbeddedFile const files[] = {
${rows}    };
    return files;
}
}
")
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${ARGN}")
    target_sources(${target} PRIVATE ${out})
endfunction()

# udb_folder(modules/teams USES kernel host LINKS PkgConfig::X): a library of the folder's *.cpp, its
# tests/*_test.cpp as one ctest, and its words.*.toml and migrations/*.sql embedded (symbol: the folder's name).
# PARTS are folders in it that belong to the same library, each with tests/ of its own.
function(udb_folder name)
    cmake_parse_arguments(arg "" "" "PARTS;USES;LINKS;TEST_LINKS" ${ARGN})
    set(part_sources ${arg_PARTS})
    list(TRANSFORM part_sources APPEND /*.cpp)
    set(part_tests ${arg_PARTS})
    list(TRANSFORM part_tests APPEND /tests/*_test.cpp)
    file(GLOB sources CONFIGURE_DEPENDS *.cpp ${part_sources})
    file(GLOB tests CONFIGURE_DEPENDS tests/*_test.cpp ${part_tests})
    file(GLOB data CONFIGURE_DEPENDS words.*.toml migrations/*.sql)
    string(REPLACE "/" "_" target udb_${name})
    cmake_path(GET name FILENAME symbol)
    list(TRANSFORM arg_USES REPLACE "/" "_")
    list(TRANSFORM arg_USES PREPEND udb_)

    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC udb_flags ${arg_USES} PRIVATE ${arg_LINKS})
    if(data)
        udb_embed(${target} ${symbol} ${CMAKE_CURRENT_SOURCE_DIR} ${data})
    endif()

    if(tests)
        add_executable(${target}_tests ${tests})
        list(TRANSFORM arg_TEST_LINKS REPLACE "/" "_")
        target_link_libraries(${target}_tests PRIVATE ${target} ${arg_TEST_LINKS} udb_test_main)
        add_test(NAME ${name} COMMAND ${target}_tests WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    endif()
endfunction()
