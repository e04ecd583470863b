//! Builds one document in code and cites it, in Chicago and in the digital archive's own style.

use prefercite::style::{Chicago, WilsonCenter};
use prefercite::{Body, Cite, Date, Document, Kind, Name, Publication, Surrogate, Title, Translation};

fn main() -> Result<(), prefercite::Error> {
    let telegram = Document::builder("mao-zhou-1950-01-07", Kind::Telegram)
        .title(Title::supplied("Telegram, Mao Zedong to Zhou Enlai and CCP CC"))
        .creator(Name::family_first("Mao", "Zedong"))
        .recipient(Name::family_first("Zhou", "Enlai"))
        .recipient(Body::new("Central Committee of the Chinese Communist Party").abbreviation("CCP CC"))
        .date("1950-01-07".parse::<Date>()?)
        .surrogate(Surrogate::in_archive("History and Public Policy Program Digital Archive").id("112667"))
        .source(
            Publication::new(
                Title::formal("Jianguo yilai Mao Zedong wengao")
                    .language("zh-Latn")
                    .translated("Mao Zedong's Manuscripts since the Founding of the People's Republic of China"),
            )
            .editor(Name::body("Zhonggong zhongyang wenxian yanjiushi"))
            .volume("1")
            .place("Beijing")
            .publisher("Zhongyang wenxian chubanshe")
            .date("1987".parse::<Date>()?)
            .pages("219-20"),
        )
        .translation(Translation::taken_from(
            Publication::new(
                "Chinese Communist Foreign Policy and the Cold War in Asia: New Documentary Evidence, 1944-1950",
            )
            .editor("Zhang, Shuguang")
            .editor("Chen, Jian")
            .place("Chicago")
            .publisher("Imprint Publications")
            .date("1996".parse::<Date>()?)
            .pages("134-135"),
        ))
        .build()?;

    let cite = Cite::new(&telegram);
    println!("{}", Chicago::EIGHTEENTH.note().text(&cite));
    println!("{}", WilsonCenter::new().text(&cite));
    Ok(())
}
