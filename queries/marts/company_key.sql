-- By what are two ways of writing a company's name compared?
-- A text: full-width letters, digits and signs as half-width, no white space, no capitals. Names
-- with the same key are one company; any other difference leaves them apart.

create or replace macro company_key(name) as lower(
    regexp_replace(
        translate(
            name,
            '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠'
            || 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀'
            || 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～',
            '!"#$%&''()*+,-./0123456789:;<=>?@'
            || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`'
            || 'abcdefghijklmnopqrstuvwxyz{|}~'
        ),
        '[\s\p{Z}]',
        '',
        'g'
    )
)
