-- By what are two ways of writing a company's name compared?
-- A text: full-width letters, digits and signs as half-width, no white space, no capitals. Names
-- with the same key are one company; any other difference leaves them apart.
-- Few names hold a full-width sign, and replacing them takes ten times as long as looking for one.

create or replace macro company_key(name) as lower(
    regexp_replace(
        if(
            regexp_matches(name, '[！-～]'),
            translate(
                name,
                '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠'
                || 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀'
                || 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
                '!"#$%&''()*+,-./0123456789:;<=>?@'
                || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`'
                || 'abcdefghijklmnopqrstuvwxyz{|}~'
            ),
            name
        ),
        '[\s\p{Z}]',
        '',
        'g'
    )
)
