# Writes the YAML files of FOLDER as string literals into OUTPUT. Run at build time by CMakeLists.txt.
file(GLOB plays "${FOLDER}/*.yaml")
list(SORT plays)
set(rows "")
foreach(play IN LISTS plays)
    get_filename_component(name "${play}" NAME)
    file(READ "${play}" text)
    string(APPEND rows "    {\"${name}\", R\"PLAY(${text})PLAY\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"core/plays/shipped_plays.h\"

namespace topline::plays {

namespace {

constexpr ShippedPlay table[] = {
${rows}};

} // namespace

std::span<const ShippedPlay> shippedPlays()
{
    return table;
}

} // namespace topline::plays
")
